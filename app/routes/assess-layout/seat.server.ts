import type { RequestArgs } from "~/http/context";
import { requireAssessor } from "~/http/guards";
import { once } from "~/http/once";
import { type AssessorContext, readDesk } from "~/use-cases/desk";

/** The assessor behind the request, or null; for the few places that have an answer for both. */
export async function currentAssessor(args: RequestArgs) {
  try {
    return await requireAssessor(args);
  } catch (refusal) {
    if (refusal instanceof Response) return null;
    throw refusal;
  }
}

/** The desk of whoever asks, for the layout and the page in it. */
export function deskOf(args: RequestArgs, { context }: { context: AssessorContext }) {
  return once(args, "desk", () => readDesk(context));
}
