import { m } from "~/i18n/messages";
import { methodLines, traceRows } from "~/report/words/method";
import { Link } from "~/ui/link";
import type { Report } from "~/use-cases/read-report";
import { ReportSection } from "./report-section";
import { Versions } from "./versions";

/** How the numbers came about, with the numbers of this very report, and what they cannot say. */
export function Method({ report }: { report: Report }) {
  const { rubric } = report;
  return (
    <ReportSection id="method" title={m.report_method_title()}>
      <ul className="report-limits">
        {methodLines(report).map((line) => (
          <li key={line}>{line}</li>
        ))}
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
      <Versions report={report} />
    </ReportSection>
  );
}

function Trace({ report }: { report: Report }) {
  return (
    <div className="keep-together">
      <h3>{m.report_trace()}</h3>
      <dl className="report-trace">
        {traceRows(report).map(([term, value]) => (
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
