import type { Assessment } from "#db/assessments";
import { findLabel } from "#db/publications";
import type { ScopedContext } from "./context";

/**
 * Whether somebody who reads only what was published may see the assessment. (What was withdrawn is closed again,
 * and cannot be archived until it is published anew: see `possibleChanges`.)
 */
export function isReleased(context: ScopedContext, assessment: Pick<Assessment, "id" | "state">): boolean {
  const { id, state } = assessment;
  return state === "published" || (state === "archived" && findLabel(context.db, id) !== undefined);
}
