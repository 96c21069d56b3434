import type { RequestArgs } from "~/http/context";
import { type FormState, refuse } from "~/http/form";
import { notFound } from "~/http/guards";
import { m } from "~/i18n/messages";
import { stateLabel } from "~/routes/assessment/state-tag";
import type { Desk, Task } from "~/use-cases/desk";
import { Refusal } from "~/use-cases/errors";
import type { PaperAnswer } from "~/use-cases/paper";
import { isUnexplained } from "~/use-cases/rounds-revise";
import { partField } from "./fields";

type Refused = { desk: Desk; answers: PaperAnswer[]; values: FormState["values"] };

/** The form again with everything that was typed, and why nothing of it was saved. Rethrows what is no refusal. */
export function refusePaper(args: RequestArgs, error: unknown, { desk, answers, values }: Refused) {
  if (!(error instanceof Refusal)) throw error;
  const { name } = desk.member;
  const again = (message: string) =>
    refuse(args, { values, errors: { "": [`${message} ${m.paper_enter_kept()}`] } }, 409);
  switch (error.reason) {
    case "wrong-state":
      return again(m.paper_enter_not_open({ state: stateLabel(desk.assessment.state) }));
    case "already-submitted":
      return again(m.paper_enter_submitted({ name }));
    case "in-workshop":
      return again(m.paper_enter_workshop());
    case "stale":
      return refuseStale(args, { desk, answers, values }, String(error.detail.functions).split(" "));
    case "nothing-to-ask":
      return again(m.paper_enter_nothing_asked({ name }));
    case "incomplete":
      return refuse(args, { values, errors: Object.fromEntries(answers.flatMap(missing(desk))) });
    case "not-found":
    case "unknown-function":
      throw notFound();
    default:
      throw error;
  }
}

/** What hinders handing in: no answer, or a level changed since the round before without a word why. */
function missing({ tasks }: Desk) {
  return (answer: PaperAnswer): [string, string[]][] => {
    const { functionKey, level, cannotJudge } = answer;
    const earlier = tasks.find(({ fn }) => fn.key === functionKey)?.earlier ?? null;
    if (level === null && cannotJudge === null) {
      return [[partField(functionKey, "level"), [m.paper_enter_incomplete()]]];
    }
    if (level === null || !earlier?.level || !isUnexplained(answer, earlier)) return [];
    const why = m.rounds_reason_missing({ earlier: earlier.level, level });
    return [[partField(functionKey, "rationale"), [why]]];
  };
}

/** Tells what was saved meanwhile; sending the form once more then puts the paper's answer in its place. */
function refuseStale(args: RequestArgs, { desk, values }: Refused, keys: string[]) {
  const { name } = desk.member;
  const stale = desk.tasks.filter(({ fn }) => keys.includes(fn.key));
  const bases = stale.map(({ fn, judgment }) => [partField(fn.key, "base"), String(judgment?.version ?? 0)]);
  const errors = stale.map((task) => [
    partField(task.fn.key, "level"),
    [m.paper_enter_stale({ name, level: levelWord(task) })],
  ]);
  const kept = { ...values, ...Object.fromEntries(bases) };
  return refuse(args, { values: kept, errors: Object.fromEntries(errors) }, 409);
}

function levelWord({ judgment }: Task): string {
  if (judgment?.cannotJudge) return m.assess_status_cannot();
  return judgment?.level ? m.paper_enter_stale_level({ level: judgment.level }) : m.paper_enter_empty();
}
