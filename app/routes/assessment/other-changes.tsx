import { m } from "~/i18n/messages";
import { ButtonLink } from "~/ui/button";
import type { AssessmentOverview } from "~/use-cases/assessment-overview";
import type { AssessmentState } from "~/use-cases/assessments";

type OtherChangesProps = { id: string; state: AssessmentState; overview: AssessmentOverview };

/** What else the state permits, apart from the next step. Draws nothing where that is nothing. */
export function OtherChanges({ id, state, overview: { changes, summary } }: OtherChangesProps) {
  const ask = (change: string, label: string) => (
    <ButtonLink key={change} href={`/assessments/${id}?confirm=${change}`} variant="secondary" size="small">
      {label}
    </ButtonLink>
  );
  // Without a result, reopening is the next step itself.
  const reopen = changes.includes("reopen") && summary?.typical !== null;
  const buttons = [
    // For a published or an archived one it is offered with the next step.
    state === "closed" ? (
      <ButtonLink key="repeat" href={`/assessments/${id}/repeat`} variant="secondary" size="small">
        {m.waves_repeat_short()}
      </ButtonLink>
    ) : null,
    reopen ? ask("reopen", m.consultant_reopen()) : null,
    state === "published" ? ask("withdraw", m.consultant_withdraw()) : null,
    changes.includes("archive") ? ask("archive", m.consultant_archive()) : null,
  ].filter(Boolean);
  if (buttons.length === 0) return null;
  return (
    <section className="grid gap-3">
      <h2 className="text-base">{m.consultant_other_changes()}</h2>
      <div className="flex flex-wrap gap-2">{buttons}</div>
    </section>
  );
}
