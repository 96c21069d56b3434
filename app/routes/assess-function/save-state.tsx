import { formatTime } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { type Entry, isUnsent, type Trouble } from "../assess-layout/outbox";
import type { OutboxState } from "../assess-layout/outbox-store";

const TROUBLES: Record<Trouble, () => string> = {
  stale: () => m.saving_stale(),
  invalid: () => m.saving_invalid(),
  round: () => m.saving_stale(),
  closed: () => m.assess_conflict_closed(),
  submitted: () => m.assess_conflict_submitted(),
  workshop: () => m.saving_workshop(),
  seat: () => m.assess_conflict_seat(),
  gone: () => m.saving_gone(),
};

/** One sentence on how far the changes of this page are. Read out as it changes. */
export function SaveState({ entry, state }: { entry: Entry | undefined; state: OutboxState }) {
  return (
    <p role="status" className="min-h-6 text-sm text-ink-muted">
      {entry ? sentence(entry, state) : null}
    </p>
  );
}

function sentence(entry: Entry, { unreachable, savedAt }: OutboxState): string | null {
  if (entry.trouble) return TROUBLES[entry.trouble]();
  if (isUnsent(entry)) return unreachable ? m.saving_kept() : m.assess_saving();
  return savedAt ? m.saving_saved({ time: formatTime(savedAt) }) : null;
}
