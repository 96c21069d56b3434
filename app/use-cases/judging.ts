import { randomBytes } from "node:crypto";
import { transact } from "#db/client";
import { commitTogether } from "#db/commit-together";
import { appendJudgment, findByIdempotencyKey, type Judgment } from "#db/judgments";
import { insertSubmission, type Submission } from "#db/panel";
import { CANNOT_JUDGE_REASONS, type IndicatorAnswer, type IndicatorAnswers } from "#db/schema";
import type { Rubric } from "#rubric/schema";
import { audit } from "./context";
import { takeDeclineBack } from "./decline";
import { type AssessorContext, type Desk, isDone, readDesk } from "./desk";
import { Refusal } from "./errors";
import { keepEarlier } from "./rounds-revise";

/** Why somebody may give no level. */
export const CANNOT_JUDGE = CANNOT_JUDGE_REASONS;
export type CannotJudge = (typeof CANNOT_JUDGE)[number];
/** 1 low, 2 medium, 3 high. */
export const CONFIDENCES = [1, 2, 3] as const;
export type Confidence = (typeof CONFIDENCES)[number];
export const INDICATOR_ANSWERS = ["met", "partly", "not-met", "unknown"] as const satisfies IndicatorAnswer[];
/** The most characters a rationale or the note on a piece of evidence may have. */
export const LONGEST_NOTE = 4000;

export type JudgmentInput = Pick<Judgment, "level" | "cannotJudge" | "confidence" | "rationale"> & {
  indicators: IndicatorAnswers;
};

/** What a save says of itself beside the judgment. */
export type SaveInput = {
  /** Chosen by the client once for each save, so that the same save sent twice is stored once. */
  key?: string;
  /** The version that what is saved was made from, 0 for none; without it whatever is stored is superseded. */
  base?: number;
  /** The round that it was written in; once another one goes on, it says nothing any more. */
  round?: number;
};

/** What stands after a save. */
export type Standing = {
  version: number;
  /** Whether the function needs nothing more. */
  done: boolean;
};

/**
 * Adds a version of the assessor's judgment of one function in the round that is going on; what they saved before
 * stays in the history, and an answer kept since the round before keeps its words. Saving the very same again adds
 * nothing. Returns the number of the version that now stands.
 * @throws Refusal "wrong-state", "already-submitted", "unknown-function", "unknown-level", "later-round",
 * "stale" (somebody saved another version since `base`; `version` tells which)
 */
export function saveJudgment(
  context: AssessorContext,
  functionKey: string,
  input: JudgmentInput,
  save: SaveInput = {},
): number {
  return transact(context.db, () => standAfter(context, functionKey, input, save)).version;
}

/** The same in one commit with what others save at the same moment; also says whether the function is answered. */
export function saveTogether(
  context: AssessorContext,
  functionKey: string,
  input: JudgmentInput,
  save: SaveInput,
): Promise<Standing> {
  return commitTogether(context.db, () => standAfter(context, functionKey, input, save));
}

function standAfter(
  context: AssessorContext,
  functionKey: string,
  input: JudgmentInput,
  { key, base, round }: SaveInput,
): Standing {
  const find = (desk: Desk) => desk.tasks.find(({ fn }) => fn.key === functionKey);
  // Before anything else: a save that has arrived stays acknowledged, whatever happened since.
  const repeated = key && findByIdempotencyKey(context.db, context.actor.memberId, key);
  if (repeated) {
    const task = find(readDesk(context));
    return { version: repeated.version, done: task !== undefined && isDone(task) };
  }
  const desk = requireEditableDesk(context);
  if (round !== undefined && round !== desk.round.number) throw new Refusal("later-round");
  const task = find(desk);
  if (!task) throw new Refusal("unknown-function", { key: functionKey });
  requireLevel(desk.rubric, input.level);
  const indicators = keepKnown(input.indicators, task.fn.indicators);
  const cannotJudge = input.level === null ? input.cannotJudge : null;
  const given = { ...input, indicators, cannotJudge, confidence: cannotJudge ? null : input.confidence };
  const row = keepEarlier(given, task.earlier);
  const standing = task.judgment?.version ?? 0;
  if (task.judgment && sameJudgment(task.judgment, row)) return { version: standing, done: isDone(task) };
  if (base !== undefined && base !== standing) throw new Refusal("stale", { version: standing });
  const saved = appendJudgment(context.db, {
    ...row,
    memberId: desk.member.id,
    functionKey,
    round: desk.round.number,
    source: "assessor",
    createdAt: context.now,
    idempotencyKey: key ?? null,
  });
  const object = { kind: "judgment", id: String(saved.id) };
  audit(context, desk.assessment.workspaceId, "judgment.save", object, { functionKey });
  return { version: saved.version, done: isDone({ ...task, judgment: saved }) };
}

/**
 * Hands in the round. Every function must be judged or declared not judgeable, and every level that was changed
 * since the round before must say why. Returns the receipt.
 * @throws Refusal "wrong-state", "already-submitted", "nothing-to-ask", "incomplete" (with the number that is missing)
 */
export function submitJudgments(context: AssessorContext): Submission {
  return transact(context.db, () => {
    const desk = requireEditableDesk(context);
    const missing = desk.tasks.filter((task) => !isDone(task)).length;
    if (missing > 0) throw new Refusal("incomplete", { missing });
    const id = newReceipt();
    const row = {
      id,
      memberId: desk.member.id,
      round: desk.round.number,
      receipt: id,
      createdAt: context.now,
    };
    insertSubmission(context.db, row);
    takeDeclineBack(context, desk.member, desk.assessment.workspaceId);
    audit(context, desk.assessment.workspaceId, "judgments.submit", { kind: "submission", id });
    return { ...row, reopenedAt: null };
  });
}

/** The assessor's desk. @throws Refusal "wrong-state", "already-submitted", "in-workshop", "nothing-to-ask" */
export function requireEditableDesk(context: AssessorContext) {
  const desk = readDesk(context);
  if (desk.assessment.state !== "open") throw new Refusal("wrong-state", { state: desk.assessment.state });
  if (desk.submission) throw new Refusal("already-submitted");
  if (!desk.editable) throw new Refusal(desk.tasks.length > 0 ? "in-workshop" : "nothing-to-ask");
  return desk;
}

/** @throws Refusal "unknown-level" */
export function requireLevel(rubric: Rubric, level: number | null): void {
  if (level === null) return;
  if (!Number.isInteger(level) || level < 1 || level > rubric.levels.length) {
    throw new Refusal("unknown-level", { level, levels: rubric.levels.length });
  }
}

/** The answers to indicators that the function has, in its order. */
export function keepKnown(answers: IndicatorAnswers, known: { key: string }[]): IndicatorAnswers {
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
    Object.entries(judgment.indicators).sort(([left], [right]) => (left < right ? -1 : 1)),
  ];
  return JSON.stringify(essence(a)) === JSON.stringify(essence(b));
}

/** Eight characters without those that look alike, to be read over the telephone. */
export function newReceipt(): string {
  const alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  return [...randomBytes(8)].map((byte) => alphabet[byte % alphabet.length]).join("");
}
