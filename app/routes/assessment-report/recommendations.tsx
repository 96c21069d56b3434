import { m } from "~/i18n/messages";
import { recommendationReasons } from "~/report/words/recommendations";
import { Disclosure } from "~/ui/disclosure";
import type { Report } from "~/use-cases/read-report";
import { IndicatorTag } from "./next-level";
import { ReportSection } from "./report-section";

/** Shown at once; what follows is folded, and printed. */
const SHOWN = 6;

type Item = Report["recommendations"]["items"][number];

/** What to do, ranked, each with why it stands where it does. */
export function Recommendations({ report }: { report: Report }) {
  const { items, unanswered } = report.recommendations;
  const rest = items.slice(SHOWN);
  return (
    <ReportSection
      id="recommendations"
      title={m.report_recommendations_title()}
      lead={items.length > 0 ? m.report_recommendations_lead() : m.report_recommendations_none()}
    >
      <List items={items.slice(0, SHOWN)} report={report} start={1} />
      <div>
        {rest.length > 0 ? (
          <Disclosure summary={m.report_recommendations_more()} count={rest.length}>
            <List items={rest} report={report} start={SHOWN + 1} />
          </Disclosure>
        ) : null}
        {unanswered.length > 0 ? (
          <Disclosure summary={m.report_unanswered()} count={unanswered.length}>
            <p className="mb-3 text-ink-muted">{m.report_unanswered_lead()}</p>
            <ul className="report-evidence">
              {unanswered.map(({ functionName, text }) => (
                <li key={`${functionName} ${text}`}>
                  <strong>{functionName}</strong>: {text}
                </li>
              ))}
            </ul>
          </Disclosure>
        ) : null}
      </div>
    </ReportSection>
  );
}

function List({ items, report, start }: { items: Item[]; report: Report; start: number }) {
  if (items.length === 0) return null;
  return (
    <ol className="report-ranking" start={start}>
      {items.map((item, index) => (
        <li key={`${item.unit} ${item.indicator}`}>
          <span className="report-rank" aria-hidden="true">
            {start + index}
          </span>
          <div className="min-w-0">
            <p className="font-semibold">{item.text}</p>
            <p className="report-reason">
              <a href={`#fn-${item.unit}`} className="link">
                {item.functionName}
              </a>{" "}
              {recommendationReasons(item, report)}
            </p>
          </div>
          <IndicatorTag status={item.status} />
        </li>
      ))}
    </ol>
  );
}
