import { formatMoment } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { editionText } from "~/report/words";
import type { LevelCheck } from "~/use-cases/read-check";

/** What the levels are called that are checked: "Publication 2, ..." or "Preview 1, ...". */
export function editionName({ kind, number, at }: Pick<LevelCheck, "kind" | "number" | "at">): string {
  if (kind === "publication") return editionText({ kind, number, at });
  return m.check_preview_edition({ number, date: formatMoment(at) });
}
