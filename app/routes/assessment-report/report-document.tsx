import { m } from "~/i18n/messages";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import type { Report } from "~/use-cases/read-report";
import { Agreement, type Readings } from "./agreement";
import { Change } from "./change";
import { Check } from "./check";
import { ConsultantSummary } from "./consultant-words";
import { Contents } from "./contents";
import { Downloads } from "./downloads";
import { FunctionSection } from "./function-section";
import { Method, Signatures } from "./method";
import { Panel } from "./panel";
import { Profile } from "./profile";
import { Recommendations } from "./recommendations";
import { ReportSection } from "./report-section";
import { Sensitivity } from "./sensitivity";
import { Summary } from "./summary";
import { TitleBlock } from "./title-block";
import { Triangulation } from "./triangulation";

type ReportDocumentProps = {
  report: Report;
  readings: Readings;
  /** The function whose computation is open from the start. */
  why: string | null;
};

/** The report from its title to its signatures: a document, in which nothing needs a script. */
export function ReportDocument({ report, readings, why }: ReportDocumentProps) {
  return (
    <>
      <TitleBlock report={report} />
      {report.panel.judged === 0 ? (
        <Empty assessmentId={report.assessment.id} />
      ) : (
        <>
          <ConsultantSummary report={report} />
          <Summary report={report} />
          <Downloads report={report} />
          <div className="report-body">
            <Contents report={report} />
            <div className="report-text">
              <Profile report={report} />
              <ReportSection id="functions" title={m.report_functions_title()}>
                {report.functions.map((fn) => (
                  <FunctionSection key={fn.key} fn={fn} report={report} isExplained={fn.key === why} />
                ))}
              </ReportSection>
              <Recommendations report={report} />
              <Change report={report} />
              <Check report={report} />
              <Agreement report={report} readings={readings} />
              <Triangulation report={report} />
              <Sensitivity report={report} />
              <Panel report={report} />
              <Method report={report} />
              <Signatures report={report} />
            </div>
          </div>
        </>
      )}
    </>
  );
}

function Empty({ assessmentId }: { assessmentId: string }) {
  return (
    <div className="mt-10">
      <EmptyState
        title={m.report_empty_title()}
        action={<ButtonLink href={`/assessments/${assessmentId}`}>{m.report_empty_action()}</ButtonLink>}
      >
        {m.report_empty_body()}
      </EmptyState>
    </div>
  );
}
