import type { AssessorContext, Task } from "~/use-cases/desk";
import { Refusal, type RefusalReason } from "~/use-cases/errors";
import { saveJudgment } from "~/use-cases/judging";
import { type DraftForm, judgmentInput } from "./judgment-input.server";

/** Why a save that was well written was not taken. */
export type NotTaken = "stale" | "round" | "closed" | "submitted" | "workshop";

const NOT_TAKEN: Partial<Record<RefusalReason, NotTaken>> = {
  stale: "stale",
  "later-round": "round",
  "wrong-state": "closed",
  "nothing-to-ask": "closed",
  "already-submitted": "submitted",
  "in-workshop": "workshop",
};

export type Saved = { version: number } | { reason: NotTaken };

/** Saves what passed one of the schemas; says what now stands, or why it was not taken. */
export function save(
  context: AssessorContext,
  task: Task,
  { value, values }: { value: DraftForm; values: Record<string, string> },
): Saved {
  const { key, base, round } = value;
  try {
    return {
      version: saveJudgment(context, task.fn.key, judgmentInput(task, value, values), { key, base, round }),
    };
  } catch (error) {
    const reason = error instanceof Refusal && NOT_TAKEN[error.reason];
    if (!reason) throw error;
    return { reason };
  }
}
