import { randomBytes } from "node:crypto";
import { transact } from "#db/client";
import { appendJudgment, type Judgment, listMemberJudgments } from "#db/judgments";
import { findSeat, findSubmission, insertSubmission, type Submission } from "#db/panel";
import type { IndicatorAnswers } from "#db/schema";
import type { Rubric } from "#rubric/schema";
import type { AssessorActor } from "~/access/actor";
import { audit, type UseCaseContext } from "./context";
import { Refusal } from "./errors";
import { FIRST_ROUND } from "./panel";
import { rubricOf } from "./rubrics";

export type AssessorContext = UseCaseContext & { actor: AssessorActor };

export type JudgmentInput = Pick<
  Judgment,
  "level" | "cannotJudge" | "confidence" | "rationale" | "evidence"
> & { indicators: IndicatorAnswers };

/** The assessor's whole desk: what is judged, by which rubric, what they have said, whether it is handed in. */
export function readDesk(context: AssessorContext) {
  const seat = findSeat(context.db, context.actor.memberId);
  if (!seat) throw new Refusal("not-found");
  const rubric = rubricOf(context, seat.assessment);
  const stored = listMemberJudgments(context.db, seat.member.id, FIRST_ROUND);
  const byFunction = new Map(stored.map((judgment) => [judgment.functionKey, judgment]));
  const tasks = rubric.functions.map((fn) => ({ fn, judgment: byFunction.get(fn.key) ?? null }));
  const submission = findSubmission(context.db, seat.member.id, FIRST_ROUND) ?? null;
  return { ...seat, rubric, tasks, submission, editable: seat.assessment.state === "open" && !submission };
}

/** Whether a judgment says something: a level, or why there is none. */
export function isJudged(judgment: Pick<Judgment, "level" | "cannotJudge"> | null): boolean {
  return judgment !== null && (judgment.level !== null || judgment.cannotJudge !== null);
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
    const row = { ...input, indicators, cannotJudge: input.level === null ? input.cannotJudge : null };
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
  return Object.fromEntries(known.flatMap(({ key }) => (answers[key] ? [[key, answers[key]]] : [])));
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
