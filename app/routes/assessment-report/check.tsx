import { m } from "~/i18n/messages";
import { checkCounts } from "~/report/words/check";
import { CheckResults } from "~/routes/member-check/check-results";
import { Link } from "~/ui/link";
import type { Report } from "~/use-cases/read-report";
import { ReportSection } from "./report-section";

/** What the company itself says to the levels: the state for every reader, numbers and comments for some. */
export function Check({ report: { check, assessment } }: { report: Report }) {
  if (!check) return null;
  const answered = check.functions.some(({ state }) => state !== "unanswered");
  const said = answered || check.functions.some(({ informants, earlier }) => informants || earlier);
  const mayOpen = check.functions.some(({ given }) => given !== null);
  return (
    <ReportSection id="check" title={m.check_tab()} lead={m.check_report_lead()}>
      <p>{answered ? checkCounts(check) : m.check_none_yet()}</p>
      {said ? (
        <div>
          <CheckResults check={check} />
        </div>
      ) : null}
      {mayOpen ? (
        <p className="print-hidden">
          <Link href={`/assessments/${assessment.id}/check`} className="link">
            {m.check_open()}
          </Link>
        </p>
      ) : null}
    </ReportSection>
  );
}
