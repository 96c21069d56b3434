/**
 * Why a use-case refused. The reason is a key, so that the caller can say it in the user's language; `detail` says
 * which line, which field, how many.
 */
export class Refusal extends Error {
  constructor(
    readonly reason: RefusalReason,
    readonly detail: Record<string, string | number> = {},
  ) {
    super(reason);
  }
}

export type RefusalReason =
  | "not-found"
  | "forbidden"
  | "wrong-state"
  | "already-submitted"
  | "in-workshop"
  | "stale"
  | "later-round"
  | "unknown-function"
  | "unknown-level"
  | "unknown-rubric"
  | "empty-panel"
  | "incomplete"
  | "email-taken"
  | "link-used"
  | "owner-exists"
  | "not-comparable"
  | "nothing-judged"
  | "wrong-code"
  | "wrong-password"
  | "last-owner";
