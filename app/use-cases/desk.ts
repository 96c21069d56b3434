import { listMemberEvidence } from "#db/evidence";
import { type Judgment, listMemberJudgments, listMemberStanding } from "#db/judgments";
import { findSeat, findSubmission, listSubmissions, type PanelMember } from "#db/panel";
import { FIRST_ROUND, listRounds, type Round } from "#db/rounds";
import {
  descriptorsInOrder,
  type Indicator,
  levelNumber,
  type Rubric,
  type RubricFunction,
} from "#rubric/schema";
import { calibrate } from "#rubric/scoring/calibration";
import type { AssessorActor } from "~/access/actor";
import { localDate } from "~/i18n/format";
import type { UseCaseContext } from "./context";
import { Refusal } from "./errors";
import { isUnexplained } from "./rounds-revise";
import { rubricOf } from "./rubrics";
import { readInvitation } from "./sessions";

export type AssessorContext = UseCaseContext & { actor: AssessorActor };

export type Desk = ReturnType<typeof readDesk>;
/** One function with its descriptors, lowest first, and what the assessor has said about it so far. */
export type Task = Desk["tasks"][number];

/** The round that is going on: of which kind, and on which functions. */
export type CurrentRound = Pick<Round, "number" | "kind"> & {
  /** Null stands for all. */
  functions: string[] | null;
};

/** The round that is going on, given the rounds after the first in order. */
export function currentRound(rounds: Round[]): CurrentRound {
  return rounds.at(-1) ?? { number: FIRST_ROUND, kind: "questionnaire", functions: null };
}

/**
 * The round whose questionnaire the panel has or had to hand in: the latest that is no workshop vote. Given the rounds
 * after the first in order.
 */
export function questionnaireRound(rounds: Round[]): CurrentRound {
  return currentRound(rounds.filter(({ kind }) => kind === "questionnaire"));
}

/** Whether a member is asked to judge the function in the round. */
export function isAsked(
  { functions }: Pick<PanelMember, "functions">,
  round: Pick<CurrentRound, "functions">,
  functionKey: string,
): boolean {
  const among = (keys: string[] | null) => keys === null || keys.includes(functionKey);
  return among(functions) && among(round.functions);
}

/**
 * The assessor's whole desk: what is judged in the round that is going on, by which rubric, what they have said,
 * whether it is handed in. @throws Refusal "not-found"
 */
export function readDesk(context: AssessorContext) {
  return deskOf(context, seatOf(context));
}

/**
 * A function by its key with its descriptors, if the assessor is asked for it in the round that is going on, else null;
 * without what they have said. @throws Refusal "not-found"
 */
export function readAsked(context: AssessorContext, functionKey: string): Pick<Task, "fn" | "steps"> | null {
  const { member, assessment } = seatOf(context);
  const round = currentRound(listRounds(context.db, assessment.id));
  if (!isAsked(member, round, functionKey)) return null;
  const rubric = rubricOf(context, assessment);
  const fn = rubric.functions.find(({ key }) => key === functionKey);
  return fn ? { fn, steps: stepsOf(rubric, fn) } : null;
}

function seatOf({ db, actor }: AssessorContext) {
  const seat = findSeat(db, actor.memberId);
  if (!seat) throw new Refusal("not-found");
  return seat;
}

/** The desk an invitation's token leads to; null when the link does not work. Changes nothing. */
export function readInvitedDesk(context: UseCaseContext, token: string): Desk | null {
  const found = readInvitation(context, token);
  return found && deskOf(context, found);
}

function deskOf(context: UseCaseContext, found: NonNullable<ReturnType<typeof findSeat>>) {
  const seat = { member: found.member, assessment: found.assessment, companyName: found.companyName };
  const rubric = rubricOf(context, seat.assessment);
  const rounds = listRounds(context.db, seat.assessment.id);
  const round = currentRound(rounds);
  const said = byFunction(listMemberJudgments(context.db, seat.member.id, round.number));
  const before = byFunction(
    round.number > FIRST_ROUND ? listMemberStanding(context.db, seat.member.id, round.number - 1) : [],
  );
  const taskOn = (fn: RubricFunction, judgment: Judgment | null) => ({
    fn,
    steps: stepsOf(rubric, fn),
    judgment,
    /** What they said in the rounds before; null in the first one. */
    earlier: before.get(fn.key) ?? null,
  });
  const tasks = rubric.functions
    .filter(({ key }) => isAsked(seat.member, round, key))
    .map((fn) => taskOn(fn, said.get(fn.key) ?? null));
  /** Everything they have said, whichever the round: of each function what stands now. */
  const standing = rubric.functions
    .filter(({ key }) => isAsked(seat.member, { functions: null }, key) || before.has(key))
    .map((fn) => taskOn(fn, standingOf(said.get(fn.key), before.get(fn.key))));
  const submission = findSubmission(context.db, seat.member.id, questionnaireRound(rounds).number) ?? null;
  const evidence = lazily(() => listMemberEvidence(context.db, seat.member.id));
  const receipts = lazily(() => listSubmissions(context.db, seat.member.id));
  const { deadline, state } = seat.assessment;
  const going = state === "open" && round.kind === "questionnaire";
  const editable = going && !submission && tasks.length > 0;
  /** The deadline is a date people agree on; only closing ends the judging. */
  const late = editable && deadline !== null && deadline < localDate(context.now);
  return {
    ...{ ...seat, rubric, round, tasks, standing, submission, editable, late },
    get evidence() {
      return evidence();
    },
    /** What they have handed in, round by round. */
    get receipts() {
      return receipts();
    },
  };
}

type Steps = ReturnType<typeof descriptorsInOrder>;
const steps = new WeakMap<RubricFunction, Steps>();

/** The descriptors of a function in order; a rubric that is kept never changes, so they are put in order once. */
function stepsOf(rubric: Rubric, fn: RubricFunction): Steps {
  const found = steps.get(fn) ?? descriptorsInOrder(rubric, fn);
  steps.set(fn, found);
  return found;
}

/** What a save does without is read when it is asked for. */
function lazily<T>(read: () => T): () => T {
  let found: { value: T } | null = null;
  return () => {
    found ??= { value: read() };
    return found.value;
  };
}

function standingOf(now: Judgment | undefined, before: Judgment | undefined): Judgment | null {
  return now && isJudged(now) ? now : (before ?? now ?? null);
}

function byFunction(judgments: Judgment[]): Map<string, Judgment> {
  return new Map(judgments.map((judgment) => [judgment.functionKey, judgment]));
}

/** Whether a judgment says something: a level, or why there is none. */
export function isJudged(judgment: Pick<Judgment, "level" | "cannotJudge"> | null): boolean {
  return judgment !== null && (judgment.level !== null || judgment.cannotJudge !== null);
}

/** Whether a task needs nothing more: it is judged, and a level that was changed since the last round says why. */
export function isDone({ judgment, earlier }: Pick<Task, "judgment" | "earlier">): boolean {
  return isJudged(judgment) && !isUnexplained(judgment, earlier);
}

/**
 * The indicators that the chosen level requires and the same assessor answered "not met", lowest level first. They
 * are pointed out to the assessor; the judgment stays as it is.
 */
export function contradictingIndicators(rubric: Rubric, { fn, judgment }: Task): Indicator[] {
  if (!judgment) return [];
  const unit = fn.key;
  const rater = judgment.memberId;
  const answers = Object.entries(judgment.indicators);
  const { ratings } = calibrate({
    judgments: [{ unit, rater, level: judgment.level }],
    indicators: fn.indicators.map(({ key, level }) => ({
      unit,
      key,
      level: levelNumber(rubric, level) ?? 0,
    })),
    answers: answers.map(([indicator, answer]) => ({ unit, rater, indicator, answer })),
  });
  const keys = ratings.flatMap(({ contradicting }) => contradicting.map(({ indicator }) => indicator));
  return keys.flatMap((key) => fn.indicators.find((indicator) => indicator.key === key) ?? []);
}

/** The next function that is not done after the one named, going round to the first; null when all are. */
export function nextTask(tasks: Task[], after: string | null = null): Task | null {
  const start = tasks.findIndex(({ fn }) => fn.key === after) + 1;
  const ahead = [...tasks.slice(start), ...tasks.slice(0, start)];
  return ahead.find((task) => !isDone(task)) ?? null;
}
