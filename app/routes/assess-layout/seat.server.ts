import type { RequestArgs } from "~/http/context";
import { requireAssessor } from "~/http/guards";

/** The assessor behind the request, or null; for the few places that have an answer for both. */
export async function currentAssessor(args: RequestArgs) {
  try {
    return await requireAssessor(args);
  } catch (refusal) {
    if (refusal instanceof Response) return null;
    throw refusal;
  }
}
