import { m } from "~/i18n/messages";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";

/** Before the first judgment: what will be here, and where to go meanwhile. */
export function NothingYet({ id, draft }: { id: string; draft: boolean }) {
  const action = <ButtonLink href={`/assessments/${id}/panel`}>{m.rounds_empty_action()}</ButtonLink>;
  return (
    <EmptyState title={m.rounds_empty_title()} action={action}>
      {draft ? m.rounds_empty_draft() : m.rounds_empty_open()}
    </EmptyState>
  );
}
