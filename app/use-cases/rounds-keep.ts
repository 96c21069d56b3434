import { type AssessorContext, readDesk } from "./desk";
import { Refusal } from "./errors";
import { saveJudgment } from "./judging";

/**
 * Gives the answer of the rounds before again, with its words, in the round that is going on.
 * @throws Refusal as `saveJudgment`, and "unknown-function" where nothing was said before
 */
export function keepJudgment(context: AssessorContext, functionKey: string): void {
  const task = readDesk(context).tasks.find(({ fn }) => fn.key === functionKey);
  if (!task?.earlier) throw new Refusal("unknown-function", { key: functionKey });
  const { level, cannotJudge, confidence, rationale, indicators } = task.earlier;
  saveJudgment(context, functionKey, { level, cannotJudge, confidence, rationale, indicators });
}
