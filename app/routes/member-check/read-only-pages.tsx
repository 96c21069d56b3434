import { m } from "~/i18n/messages";
import { editionText } from "~/report/words";
import { checkCounts } from "~/report/words/check";
import { AssessmentHeader, type HeaderFacts } from "~/routes/assessment/assessment-header";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { ErrorSummary } from "~/ui/error-summary";
import type { FieldErrors } from "~/ui/form-errors";
import { Notice } from "~/ui/notice";
import type { PublicationCheck } from "~/use-cases/read-check";
import { CheckHeader } from "./check-header";
import { CheckResults } from "./check-results";
import { commentField } from "./fields";

type StaffPageProps = {
  header: HeaderFacts;
  checks: PublicationCheck[];
  members: number;
  managers: number;
  standing: boolean;
};

/** What the company said, publication by publication, for those who made the result. */
export function StaffPage({ header, checks, members, managers, standing }: StaffPageProps) {
  const [newest, ...before] = checks;
  const earlier = before.filter(isAnswered);
  return (
    <>
      <AssessmentHeader assessment={header} members={members} current="check" />
      {newest ? (
        <div className="grid max-w-4xl gap-5 *:min-w-0">
          <p className="max-w-measure text-ink-muted">{m.check_read_lead()}</p>
          {standing ? null : <Notice tone="attention">{m.check_withdrawn_staff()}</Notice>}
          {managers === 0 ? <NoManager companyId={header.companyId} /> : null}
          <Publication check={newest} />
          {earlier.length > 0 ? <h2 className="mt-8 text-xl">{m.check_earlier()}</h2> : null}
          {earlier.map((check) => (
            <Publication key={check.publication} check={check} />
          ))}
        </div>
      ) : (
        <EmptyState title={m.check_unpublished_title()}>{m.check_unpublished_body()}</EmptyState>
      )}
    </>
  );
}

const isAnswered = ({ functions }: PublicationCheck) => functions.some(({ state }) => state !== "unanswered");

function NoManager({ companyId }: { companyId: string }) {
  return (
    <Notice tone="attention">
      <p>{m.check_no_manager()}</p>
      <p className="mt-3">
        <ButtonLink href={`/companies/${companyId}/people`} variant="secondary" size="small">
          {m.check_no_manager_action()}
        </ButtonLink>
      </p>
    </Notice>
  );
}

function Publication({ check }: { check: PublicationCheck }) {
  const { publication: number, at } = check;
  return (
    <section>
      <h2 className="text-lg">{editionText({ kind: "publication", number, at })}</h2>
      <p className="mt-1 mb-4 text-ink-muted">
        {isAnswered(check) ? checkCounts(check) : m.check_none_yet()}
      </p>
      <CheckResults check={check} />
    </section>
  );
}

type Refused = { values?: Record<string, string>; errors?: FieldErrors };

/** For the company once the assessment is in the archive. */
export function ArchivedPage(props: { header: HeaderFacts; check: PublicationCheck } & Refused) {
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

type WithdrawnPageProps = { header: HeaderFacts; functions: { key: string; name: string }[] } & Refused;

/** For the company while the result it was asked about is being corrected. */
export function WithdrawnPage({ header, functions, values, errors }: WithdrawnPageProps) {
  return (
    <>
      <ErrorSummary errors={errors} />
      <CheckHeader header={header} />
      <Typed values={values} functions={functions} />
      <EmptyState title={m.check_withdrawn_title()}>{m.check_withdrawn_body()}</EmptyState>
    </>
  );
}

/** What somebody wrote who came too late, to be copied. */
function Typed(props: { values?: Record<string, string>; functions: { key: string; name: string }[] }) {
  const typed = props.functions.flatMap(({ key, name }) => {
    const comment = props.values?.[commentField(key)]?.trim();
    return comment ? [{ key, name, comment }] : [];
  });
  if (typed.length === 0) return null;
  return (
    <Notice title={m.check_typed()} className="mb-8">
      <dl className="grid gap-3">
        {typed.map(({ key, name, comment }) => (
          <div key={key}>
            <dt className="font-semibold">{name}</dt>
            <dd className="whitespace-pre-line [overflow-wrap:anywhere]">{comment}</dd>
          </div>
        ))}
      </dl>
    </Notice>
  );
}
