import { randomBytes } from "node:crypto";
import { transact } from "#db/client";
import { appendJudgment, type Judgment, listMemberJudgments } from "#db/judgments";
import { findSeat, findSubmission, insertSubmission, type Submission } from "#db/panel";
import { CANNOT_JUDGE_REASONS, type IndicatorAnswer, type IndicatorAnswers } from "#db/schema";
import { descriptorsInOrder, type Indicator, levelNumber, type Rubric } from "#rubric/schema";
import { calibrate } from "#rubric/scoring/calibration";
import type { AssessorActor } from "~/access/actor";
import { localDate } from "~/i18n/format";
import { audit, type UseCaseContext } from "./context";
import { Refusal } from "./errors";
import { FIRST_ROUND } from "./panel";
import { rubricOf } from "./rubrics";
import { readInvitation } from "./sessions";

/** Why somebody may give no level. */
export const CANNOT_JUDGE = CANNOT_JUDGE_REASONS;
export type CannotJudge = (typeof CANNOT_JUDGE)[number];
/** 1 low, 2 medium, 3 high. */
export const CONFIDENCES = [1, 2, 3] as const;
export type Confidence = (typeof CONFIDENCES)[number];
export const INDICATOR_ANSWERS = ["met", "partly", "not-met", "unknown"] as const satisfies IndicatorAnswer[];
/** The most characters a rationale or the notes on evidence may have. */
export const LONGEST_NOTE = 4000;

export type AssessorContext = UseCaseContext & { actor: AssessorActor };

export type JudgmentInput = Pick<
  Judgment,
  "level" | "cannotJudge" | "confidence" | "rationale" | "evidence"
> & { indicators: IndicatorAnswers };

export type Desk = ReturnType<typeof readDesk>;
/** One function with its descriptors, lowest first, and what the assessor has said about it so far. */
export type Task = Desk["tasks"][number];

/** The assessor's whole desk: what is judged, by which rubric, what they have said, whether it is handed in. */
export function readDesk(context: AssessorContext) {
  const seat = findSeat(context.db, context.actor.memberId);
  if (!seat) throw new Refusal("not-found");
  return deskOf(context, seat);
}

/** The desk an invitation's token leads to; null when the link does not work. Changes nothing. */
export function readInvitedDesk(context: UseCaseContext, token: string): Desk | null {
  const found = readInvitation(context, token);
  return found && deskOf(context, found);
}

function deskOf(context: UseCaseContext, found: NonNullable<ReturnType<typeof findSeat>>) {
  const seat = { member: found.member, assessment: found.assessment, companyName: found.companyName };
  const rubric = rubricOf(context, seat.assessment);
  const stored = listMemberJudgments(context.db, seat.member.id, FIRST_ROUND);
  const byFunction = new Map(stored.map((judgment) => [judgment.functionKey, judgment]));
  const tasks = rubric.functions.map((fn) => ({
    fn,
    steps: descriptorsInOrder(rubric, fn),
    judgment: byFunction.get(fn.key) ?? null,
  }));
  const submission = findSubmission(context.db, seat.member.id, FIRST_ROUND) ?? null;
  const { deadline, state } = seat.assessment;
  const editable = state === "open" && !submission;
  /** The deadline is a date people agree on; only closing ends the judging. */
  const late = editable && deadline !== null && deadline < localDate(context.now);
  return { ...seat, rubric, tasks, submission, editable, late };
}

/** Whether a judgment says something: a level, or why there is none. */
export function isJudged(judgment: Pick<Judgment, "level" | "cannotJudge"> | null): boolean {
  return judgment !== null && (judgment.level !== null || judgment.cannotJudge !== null);
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

/** The next function without a judgment after the one named, going round to the first; null when all have one. */
export function nextTask(tasks: Task[], after: string | null = null): Task | null {
  const start = tasks.findIndex(({ fn }) => fn.key === after) + 1;
  const ahead = [...tasks.slice(start), ...tasks.slice(0, start)];
  return ahead.find(({ judgment }) => !isJudged(judgment)) ?? null;
}

/**
 * Adds a version of the assessor's judgment of one function; what they saved before stays in the history. Saving
 * the very same again adds nothing.
 * @throws Refusal "wrong-state", "already-submitted", "unknown-function", "unknown-level"
 */
export function saveJudgment(context: AssessorContext, functionKey: string, input: JudgmentInput): void {
  transact(context.db, () => {
    const desk = requireEditableDesk(context);
    const task = desk.tasks.find(({ fn }) => fn.key === functionKey);
    if (!task) throw new Refusal("unknown-function", { key: functionKey });
    requireLevel(desk.rubric, input.level);
    const indicators = keepKnown(input.indicators, task.fn.indicators);
    const cannotJudge = input.level === null ? input.cannotJudge : null;
    const row = { ...input, indicators, cannotJudge, confidence: cannotJudge ? null : input.confidence };
    if (task.judgment && sameJudgment(task.judgment, row)) return;
    const saved = appendJudgment(context.db, {
      ...row,
      memberId: desk.member.id,
      functionKey,
      round: FIRST_ROUND,
      source: "assessor",
      createdAt: context.now,
    });
    const object = { kind: "judgment", id: String(saved.id) };
    audit(context, desk.assessment.workspaceId, "judgment.save", object, { functionKey });
  });
}

/**
 * Hands in the round. Every function must be judged or declared not judgeable. Returns the receipt.
 * @throws Refusal "wrong-state", "already-submitted", "incomplete" (with the number that is missing)
 */
export function submitJudgments(context: AssessorContext): Submission {
  return transact(context.db, () => {
    const desk = requireEditableDesk(context);
    const missing = desk.tasks.filter(({ judgment }) => !isJudged(judgment)).length;
    if (missing > 0) throw new Refusal("incomplete", { missing });
    const id = newReceipt();
    const row = { id, memberId: desk.member.id, round: FIRST_ROUND, receipt: id, createdAt: context.now };
    insertSubmission(context.db, row);
    audit(context, desk.assessment.workspaceId, "judgments.submit", { kind: "submission", id });
    return { ...row, reopenedAt: null };
  });
}

function requireEditableDesk(context: AssessorContext) {
  const desk = readDesk(context);
  if (desk.assessment.state !== "open") throw new Refusal("wrong-state", { state: desk.assessment.state });
  if (desk.submission) throw new Refusal("already-submitted");
  return desk;
}

function requireLevel(rubric: Rubric, level: number | null): void {
  if (level === null) return;
  if (!Number.isInteger(level) || level < 1 || level > rubric.levels.length) {
    throw new Refusal("unknown-level", { level, levels: rubric.levels.length });
  }
}

function keepKnown(answers: IndicatorAnswers, known: { key: string }[]): IndicatorAnswers {
  const given = new Map(Object.entries(answers));
  return Object.fromEntries(
    known.flatMap(({ key }) => {
      const answer = given.get(key);
      return answer ? [[key, answer]] : [];
    }),
  );
}

function sameJudgment(a: JudgmentInput, b: JudgmentInput): boolean {
  const essence = (judgment: JudgmentInput) => [
    judgment.level,
    judgment.cannotJudge,
    judgment.confidence,
    judgment.rationale,
    judgment.evidence,
    Object.entries(judgment.indicators).sort(([left], [right]) => (left < right ? -1 : 1)),
  ];
  return JSON.stringify(essence(a)) === JSON.stringify(essence(b));
}

/** Eight characters without those that look alike, to be read over the telephone. */
export function newReceipt(): string {
  const alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  return [...randomBytes(8)].map((byte) => alphabet[byte % alphabet.length]).join("");
}
