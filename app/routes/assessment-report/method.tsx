import { formatList, formatNumber } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { Link } from "~/ui/link";
import type { Report } from "~/use-cases/read-report";
import { ReportSection } from "./report-section";
import { RoundsMethod } from "./rounds";

/** How the numbers came about, with the numbers of this very report, and what they cannot say. */
export function Method({ report }: { report: Report }) {
  const { functions, overall, rubric } = report;
  const counted = functions.filter(({ inOverall }) => inOverall);
  const leftOut = functions.filter(({ inOverall }) => !inOverall).map(({ name }) => name);
  const levels = counted.flatMap(({ level }) => level ?? []).sort((a, b) => a - b);
  return (
    <ReportSection id="method" title={m.report_method_title()}>
      <ul className="report-limits">
        <li>
          {m.report_method_levels({
            judgments: functions.reduce((sum, { n }) => sum + n, 0),
            results: functions.filter(({ level }) => level !== null).length,
            functions: functions.length,
          })}
        </li>
        <RoundsMethod report={report} />
        {levels.length > 0 ? <li>{m.report_method_typical({ levels: levels.join(" ") })}</li> : null}
        {leftOut.length > 0 ? <li>{m.report_method_left_out({ functions: formatList(leftOut) })}</li> : null}
        {overall.meanIndex === null ? null : (
          <li>{m.report_method_mean({ mean: formatNumber(overall.meanIndex) })}</li>
        )}
        <li>{m.report_method_weights()}</li>
        <li>{m.report_method_limit_small()}</li>
        <li>{m.report_method_limit_order()}</li>
        <li>{m.report_method_limit_source()}</li>
        <li>{rubric.basisNote}</li>
      </ul>
      <p className="print-hidden flex flex-wrap gap-x-8 gap-y-2">
        <Link href="/help/method" className="link">
          {m.report_method_more()}
        </Link>
        <Link href={`/help/rubrics/${rubric.key}?version=${rubric.version}`} className="link">
          {m.report_method_rubric()}
        </Link>
      </p>
      <Trace report={report} />
    </ReportSection>
  );
}

function Trace({ report: { method, judgmentsHash, rubric } }: { report: Report }) {
  const rows = [
    [m.report_trace_method(), `${method.name} ${method.version}`],
    [m.report_trace_judgments(), judgmentsHash],
    [m.report_trace_rubric(), rubric.hash],
    [m.report_trace_source(), rubric.source],
  ];
  return (
    <div className="keep-together">
      <h3>{m.report_trace()}</h3>
      <dl className="report-trace">
        {rows.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** On paper only, and only for what is final: where the report is signed. */
export function Signatures({ report: { edition } }: { report: Report }) {
  if (edition.kind === "live") return null;
  return (
    <div className="report-signatures">
      {[m.report_sign_consultant(), m.report_sign_company()].map((who) => (
        <div key={who}>
          <p className="font-semibold">{who}</p>
          <p className="report-signature-line">{m.report_sign_line()}</p>
        </div>
      ))}
    </div>
  );
}
