import { m } from "~/i18n/messages";
import { checkCounts } from "~/report/words/check";
import type { HeaderFacts } from "~/routes/assessment/assessment-header";
import { EmptyState } from "~/ui/empty-state";
import { ErrorSummary } from "~/ui/error-summary";
import type { FieldErrors } from "~/ui/form-errors";
import type { LevelCheck } from "~/use-cases/read-check";
import { CheckHeader } from "./check-header";
import { CheckResults } from "./check-results";
import { Typed } from "./typed";

type Refused = { values?: Record<string, string>; errors?: FieldErrors };

/** For the company once the assessment is in the archive. */
export function ArchivedPage(props: { header: HeaderFacts; check: LevelCheck } & Refused) {
  const { header, check, values, errors } = props;
  return (
    <>
      <ErrorSummary errors={errors} />
      <CheckHeader header={header} check={check} lead={m.check_read_lead_company()} />
      <div className="max-w-4xl">
        <Typed values={values} functions={check.functions} />
        <p className="mb-4 text-ink-muted">{checkCounts(check)}</p>
        <CheckResults check={check} />
      </div>
    </>
  );
}

type ClosedPageProps = {
  header: HeaderFacts;
  withdrawn: boolean;
  functions: { key: string; name: string }[];
} & Refused;

/** For the company while the result it was asked about is being corrected, or once a preview has ended. */
export function ClosedPage({ header, withdrawn, functions, values, errors }: ClosedPageProps) {
  return (
    <>
      <ErrorSummary errors={errors} />
      <CheckHeader header={header} />
      <Typed values={values} functions={functions} />
      {withdrawn ? (
        <EmptyState title={m.check_withdrawn_title()}>{m.check_withdrawn_body()}</EmptyState>
      ) : (
        <EmptyState title={m.check_preview_ended_title()}>{m.check_preview_ended_body()}</EmptyState>
      )}
    </>
  );
}
