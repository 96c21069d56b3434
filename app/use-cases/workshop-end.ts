import { endWorkshopRow, findRunningWorkshop } from "#db/workshops";
import { audit, type UseCaseContext } from "./context";

/**
 * Ends the assessment's running workshop, if there is one; a vote that is not revealed by then never counts. Call
 * inside the transaction that wants it ended. Returns whether there was one.
 */
export function endRunning(
  context: UseCaseContext,
  assessment: { id: string; workspaceId: string },
): boolean {
  const running = findRunningWorkshop(context.db, assessment.id);
  if (!running) return false;
  endWorkshopRow(context.db, running.id, context.now);
  const object = { kind: "workshop", id: running.id };
  audit(context, assessment.workspaceId, "workshop.end", object, { assessmentId: assessment.id });
  return true;
}
