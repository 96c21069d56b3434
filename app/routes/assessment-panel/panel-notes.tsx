import { m } from "~/i18n/messages";
import { Notice } from "~/ui/notice";

/** Below this no distribution-free interval of the median reaches 95 %: 1 - 2^(1-n) is .9375 for five. */
const FOR_INTERVAL = 6;

/** What the size of the panel means for the result: too small for any, or for a 95 % interval. */
export function PanelNotes({ count, quorum }: { count: number; quorum: number }) {
  if (count === 0) return null;
  if (count < quorum) {
    return (
      <Notice tone="attention" className="mb-6">
        {m.consultant_panel_below_quorum({ count, quorum })}
      </Notice>
    );
  }
  if (count >= FOR_INTERVAL) return null;
  return (
    <p className="mb-6 max-w-measure text-sm text-ink-muted">
      {m.consultant_panel_small({ count, needed: FOR_INTERVAL })}
    </p>
  );
}
