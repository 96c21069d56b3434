import { transact } from "#db/client";
import { insertRound } from "#db/rounds";
import { requireAssessment } from "./assessments";
import { audit, type ScopedContext } from "./context";
import { isAsked } from "./desk";
import { Refusal } from "./errors";
import { inviteMember, type NewLink, type PanelProgress, readPanel } from "./panel";
import { openFunctions, type RoundsView, readRounds } from "./rounds";

/** Which functions are judged again: those the stop rule keeps open, all, or these. */
export type RoundChoice = "open" | "all" | string[];

/** What opening a round would do. */
export type RoundPlan = {
  number: number;
  /** Keys of the functions judged again, in the order of the rubric. */
  functions: string[];
  /** Members asked for at least one of them, and the others of the panel. */
  asked: number;
  notAsked: number;
  /** Members who have something to hand in in the round before and have not; what they have saved stands. */
  notHandedIn: number;
};

/**
 * What opening the next round on these functions would do; changes nothing.
 * @throws Refusal "not-found", "wrong-state" (not open), "workshop-running", "nothing-judged" (no judgment yet),
 * "unknown-function", "nothing-to-ask" (no function chosen, or nobody is asked for any of them)
 */
export function planRound(context: ScopedContext, assessmentId: string, choice: RoundChoice): RoundPlan {
  const { state } = requireAssessment(context, assessmentId);
  if (state !== "open") throw new Refusal("wrong-state", { state });
  const view = readRounds(context, assessmentId);
  if (view.workshopRuns) throw new Refusal("workshop-running");
  if (!view.begun) throw new Refusal("nothing-judged");
  const functions = chosenFunctions(view, choice);
  const panel = readPanel(context, assessmentId);
  const asked = panel.filter(
    (member) => !member.declinedAt && functions.some((key) => isAsked(member, { functions }, key)),
  );
  if (asked.length === 0) throw new Refusal("nothing-to-ask");
  return {
    number: view.next,
    functions,
    asked: asked.length,
    notAsked: panel.length - asked.length,
    notHandedIn: panel.filter(isWaitedFor).length,
  };
}

function isWaitedFor({ asked, submittedAt, declinedAt }: PanelProgress): boolean {
  return asked > 0 && submittedAt === null && declinedAt === null;
}

function chosenFunctions({ functions }: RoundsView, choice: RoundChoice): string[] {
  const known = functions.map(({ key }) => key);
  if (choice === "all") return known;
  const wanted = choice === "open" ? openFunctions(functions) : choice;
  const unknown = wanted.find((key) => !known.includes(key));
  if (unknown !== undefined) throw new Refusal("unknown-function", { key: unknown });
  return known.filter((key) => wanted.includes(key));
}

/**
 * Opens the next round: from now on these functions are judged again, and what was said before stands until then.
 * Everybody who is asked and has not declined gets a message with a new personal link; the tokens are returned, to be shown once. With
 * `number` the round is opened only if it is the one that gets this number, so that no form opens two.
 * @throws Refusal as `planRound`, and "later-round" (it was opened meanwhile)
 */
export function openRound(
  context: ScopedContext,
  assessmentId: string,
  { functions: choice, number }: { functions: RoundChoice; number?: number },
): NewLink[] {
  return transact(context.db, () => {
    const plan = planRound(context, assessmentId, choice);
    if (number !== undefined && number !== plan.number) throw new Refusal("later-round");
    insertRound(context.db, {
      ...{ assessmentId, number: plan.number, kind: "questionnaire", functions: plan.functions },
      openedAt: context.now,
      openedBy: context.actor.kind === "user" ? context.actor.userId : null,
    });
    const detail = { number: plan.number, functions: plan.functions };
    const object = { kind: "assessment", id: assessmentId };
    audit(context, context.scope.workspaceId, "round.open", object, detail);
    return readPanel(context, assessmentId)
      .filter(({ asked, declinedAt }) => asked > 0 && !declinedAt)
      .map((member) => ({ member, token: inviteMember(context, assessmentId, member.id, "round") }));
  });
}
