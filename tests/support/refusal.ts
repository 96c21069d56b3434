import { Refusal } from "~/use-cases/errors";

/** The refusal a use-case answers with; null when it refuses nothing. Any other error goes on. */
export function refusalOf(
  work: () => unknown,
): { reason: Refusal["reason"]; detail: Refusal["detail"] } | null {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return { reason: error.reason, detail: error.detail };
    throw error;
  }
  return null;
}
