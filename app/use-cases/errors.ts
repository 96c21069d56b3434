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
  | "workshop-running"
  | "no-workshop"
  | "vote-open"
  | "vote-over"
  | "stale"
  | "quota"
  | "not-stored"
  | "later-round"
  | "nothing-to-ask"
  | "unknown-weight"
  | "unknown-day"
  | "not-later"
  | "no-company"
  | "too-many"
  | "name-taken"
  | "unknown-function"
  | "unknown-level"
  | "unknown-rubric"
  | "empty-panel"
  | "incomplete"
  | "nothing-asked"
  | "already-judged"
  | "last-function"
  | "not-in-panel"
  | "already-asked"
  | "colleague-submitted"
  | "not-submitted"
  | "may-not-reopen"
  | "not-to-remind"
  | "email-taken"
  | "link-used"
  | "owner-exists"
  | "not-comparable"
  | "nothing-judged"
  | "wrong-code"
  | "wrong-password"
  | "last-owner";
