import type { Assessment } from "#db/assessments";
import { insertGoalChanges } from "#db/goals";
import type { ScopedContext } from "./context";

/**
 * Writes down, beside the changes of targets and weights, which functions are now left out of the overall (0) or taken
 * in again (1). Call inside the transaction that changes it, with the assessment as it was.
 */
export function noteOverall(
  context: ScopedContext,
  { id, options }: Pick<Assessment, "id" | "options">,
  leftOut: string[],
): void {
  const userId = context.actor.kind === "user" ? context.actor.userId : null;
  const change = (functionKey: string, value: 0 | 1) => ({
    ...{ assessmentId: id, kind: "overall" as const, functionKey, value, userId, createdAt: context.now },
  });
  const without = (keys: string[], others: string[]) => keys.filter((key) => !others.includes(key));
  insertGoalChanges(context.db, [
    ...without(leftOut, options.leftOut).map((key) => change(key, 0)),
    ...without(options.leftOut, leftOut).map((key) => change(key, 1)),
  ]);
}
