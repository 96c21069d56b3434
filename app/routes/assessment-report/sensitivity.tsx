import { m } from "~/i18n/messages";
import { sensitivityChanges, sensitivityLines } from "~/report/words/sensitivity";
import { Disclosure } from "~/ui/disclosure";
import type { Report } from "~/use-cases/read-report";
import { ReportSection } from "./report-section";

/** Which levels hang on one person, or on how the judgments are weighed. */
export function Sensitivity({ report }: { report: Report }) {
  const { sensitivity } = report;
  return (
    <ReportSection
      id="sensitivity"
      title={m.report_sensitivity_title()}
      lead={m.report_sensitivity_lead({ members: sensitivity.members })}
    >
      <ul className="report-limits">
        {sensitivityLines(report).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Names report={report} />
    </ReportSection>
  );
}

/** Who a level hangs on is for consultants' eyes; it is never printed, so that it does not reach the company. */
function Names({ report }: { report: Report }) {
  const { named } = report.sensitivity;
  if (!named || named.length === 0) return null;
  return (
    <Disclosure summary={m.report_sensitivity_names()} count={named.length} className="print-hidden">
      <ul className="report-evidence">
        {named.map(({ name, functions, overall }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two members may share a name; never reordered
          <li key={index}>
            <strong>{name ?? m.report_sensitivity_former()}</strong>:{" "}
            {sensitivityChanges(report, { functions, overall })}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
