import { m } from "~/i18n/messages";
import { checkCounts } from "~/report/words/check";
import { AssessmentHeader, type HeaderFacts } from "~/routes/assessment/assessment-header";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Notice } from "~/ui/notice";
import type { LevelCheck } from "~/use-cases/read-check";
import { CheckResults } from "./check-results";
import type { StaffView } from "./check-view.server";
import { editionName } from "./edition-name";
import { InformantsCard, PreviewCard } from "./staff-cards";

/** What the company said to every publication and preview, and what else it can be asked. */
export function StaffPage({ header, ...view }: { header: HeaderFacts } & StaffView) {
  const { checks, members, managers, standing, showable, preview } = view;
  const [newest, ...before] = checks;
  const earlier = before.filter(isAnswered);
  const withdrawn = !standing && newest?.kind === "publication";
  return (
    <>
      <AssessmentHeader assessment={header} members={members} current="check" />
      <div className="grid max-w-4xl gap-6 *:min-w-0">
        {newest ? <p className="max-w-measure text-ink-muted">{m.check_read_lead()}</p> : null}
        {withdrawn ? <Notice tone="attention">{m.check_withdrawn_staff()}</Notice> : null}
        {managers === 0 && (newest || showable) ? <NoManager companyId={header.companyId} /> : null}
        {showable ? <PreviewCard id={header.id} preview={preview} /> : null}
        {newest || showable ? <InformantsCard id={header.id} informants={view.informants} /> : null}
        {newest ? <Edition check={newest} ended={isEnded(newest, preview)} /> : null}
        {earlier.length > 0 ? <h2 className="mt-8 text-xl">{m.check_earlier()}</h2> : null}
        {earlier.map((check) => (
          <Edition key={`${check.kind} ${check.number}`} check={check} ended={check.kind === "preview"} />
        ))}
        {newest || showable ? null : (
          <EmptyState title={m.check_unpublished_title()}>{m.check_unpublished_body()}</EmptyState>
        )}
      </div>
    </>
  );
}

const isAnswered = ({ functions }: LevelCheck) =>
  functions.some(({ state, informants }) => state !== "unanswered" || informants !== null);

const isEnded = ({ kind }: LevelCheck, preview: StaffView["preview"]) => kind === "preview" && !preview;

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

function Edition({ check, ended }: { check: LevelCheck; ended: boolean }) {
  return (
    <section>
      <h2 className="text-lg">
        {editionName(check)}
        {ended ? <span className="font-normal text-ink-muted"> · {m.check_preview_ended_mark()}</span> : null}
      </h2>
      <p className="mt-1 mb-4 text-ink-muted">
        {isAnswered(check) ? checkCounts(check) : m.check_none_yet()}
      </p>
      <CheckResults check={check} />
    </section>
  );
}
