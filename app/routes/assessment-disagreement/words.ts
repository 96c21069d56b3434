import { m } from "~/i18n/messages";
import { perspectiveName } from "~/report/words";
import type { DeskVoice } from "./desk-view.server";

/** "2 on level 1; 1 on level 4", for those who do not see the bar. */
export function spreadText(distribution: readonly number[]): string {
  return distribution
    .flatMap((count, index) => (count > 0 ? [m.desk_item({ count, level: index + 1 })] : []))
    .join("; ");
}

/** "Ratna (expert): level 2". */
export function whoSaid({
  name,
  perspective: key,
  level,
}: Pick<DeskVoice, "name" | "perspective" | "level">): string {
  const perspective = perspectiveName(key).toLowerCase();
  return level === null ? m.desk_who_none({ name, perspective }) : m.desk_who({ name, perspective, level });
}
