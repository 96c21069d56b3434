import { localized } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { getLocale } from "~/i18n/paraglide/runtime.js";
import { Notice } from "~/ui/notice";
import type { ThinFunction } from "~/use-cases/asking";

/** Below this no distribution-free interval of the median reaches 95 %: 1 - 2^(1-n) is .9375 for five. */
const FOR_INTERVAL = 6;

type PanelNotesProps = { count: number; quorum: number; thin: ThinFunction[] };

/**
 * What the panel means for the result: too small for any, or for a 95 % interval; or some functions asked of too few.
 */
export function PanelNotes({ count, quorum, thin }: PanelNotesProps) {
  if (count === 0) return null;
  if (count < quorum) {
    return (
      <Notice tone="attention" className="mb-6">
        {m.consultant_panel_below_quorum({ count, quorum })}
      </Notice>
    );
  }
  return (
    <>
      <ThinNotice thin={thin} quorum={quorum} className="mb-6" />
      {count >= FOR_INTERVAL ? null : (
        <p className="mb-6 max-w-measure text-sm text-ink-muted">
          {m.consultant_panel_small({ count, needed: FOR_INTERVAL })}
        </p>
      )}
    </>
  );
}

type ThinNoticeProps = { thin: ThinFunction[]; quorum: number; className?: string };

/** Names the functions that are asked of fewer members than the quorum; draws nothing without any. */
export function ThinNotice({ thin, quorum, className }: ThinNoticeProps) {
  if (thin.length === 0) return null;
  return (
    <Notice tone="attention" title={m.consultant_asked_coverage_title()} className={className}>
      <ul className="grid list-disc gap-0.5 ps-5">
        {thin.map(({ key, name, asked }) => (
          <li key={key}>
            {m.consultant_asked_coverage({ name: localized(name, getLocale()), asked, quorum })}
          </li>
        ))}
      </ul>
      <p className="mt-1.5">{m.consultant_asked_coverage_about()}</p>
    </Notice>
  );
}
