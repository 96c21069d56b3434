import type { AssessorContext, Task } from "~/use-cases/desk";
import { Refusal, type RefusalReason } from "~/use-cases/errors";
import { type Standing, saveTogether } from "~/use-cases/judging";
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

export type Saved = Standing | { reason: NotTaken };

/** Saves what passed one of the schemas; says what now stands, or why it was not taken. */
export async function save(
  context: AssessorContext,
  task: Pick<Task, "fn">,
  { value, values }: { value: DraftForm; values: Record<string, string> },
): Promise<Saved> {
  const { key, base, round } = value;
  const input = judgmentInput(task, value, values);
  try {
    return await saveTogether(context, task.fn.key, input, { key, base, round });
  } catch (error) {
    const reason = error instanceof Refusal && NOT_TAKEN[error.reason];
    if (!reason) throw error;
    return { reason };
  }
}
