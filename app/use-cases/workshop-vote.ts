import { transact } from "#db/client";
import { appendJudgment, type Judgment, listMemberJudgments, listMemberStanding } from "#db/judgments";
import { findRunningWorkshop, listVotes } from "#db/workshops";
import { audit } from "./context";
import { type AssessorContext, isAsked, readDesk } from "./desk";
import { Refusal } from "./errors";

/** A level with, if given, the confidence in it; or why there is none. */
export type VoteInput = Pick<Judgment, "level" | "cannotJudge" | "confidence">;

/**
 * Gives or changes the assessor's vote, a judgment of that vote's round. Whoever says the same level as before keeps
 * the reasons given for it; a new level begins without reasons, since those spoke for another one. The
 * answered indicators are facts and stay with the judgment either way.
 * @throws Refusal "wrong-state", "no-workshop", "vote-over" (revealed, or another one is going on),
 * "unknown-function" (not asked of this member), "unknown-level"
 */
export function castVote(context: AssessorContext, voteId: string, input: VoteInput): void {
  transact(context.db, () => {
    const { member, assessment, rubric } = readDesk(context);
    if (assessment.state !== "open") throw new Refusal("wrong-state", { state: assessment.state });
    const { functionKey, round } = requireOpenVote(context, assessment.id, voteId);
    if (!isAsked(member, { functions: [functionKey] }, functionKey)) {
      throw new Refusal("unknown-function", { key: functionKey });
    }
    const { level } = input;
    const levels = rubric.levels.length;
    if (level !== null && !(Number.isInteger(level) && level >= 1 && level <= levels)) {
      throw new Refusal("unknown-level", { level, levels });
    }
    const vote = {
      level,
      cannotJudge: level === null ? input.cannotJudge : null,
      confidence: level === null ? null : input.confidence,
    };
    const given = listMemberJudgments(context.db, member.id, round)[0];
    if (given && sameVote(given, vote)) return;
    const before = listMemberStanding(context.db, member.id, round - 1).find(
      (judgment) => judgment.functionKey === functionKey,
    );
    const saved = appendJudgment(context.db, {
      ...vote,
      memberId: member.id,
      functionKey,
      round,
      rationale: level !== null && before?.level === level ? before.rationale : "",
      indicators: before?.indicators ?? {},
      source: "assessor",
      createdAt: context.now,
    });
    const object = { kind: "judgment", id: String(saved.id) };
    audit(context, assessment.workspaceId, "judgment.save", object, { functionKey, round });
  });
}

function requireOpenVote(context: AssessorContext, assessmentId: string, voteId: string) {
  const workshop = findRunningWorkshop(context.db, assessmentId);
  if (!workshop) throw new Refusal("no-workshop");
  const vote = listVotes(context.db, workshop.id).at(-1);
  if (vote?.id !== voteId || vote.revealedAt) throw new Refusal("vote-over");
  return vote;
}

function sameVote(a: VoteInput, b: VoteInput): boolean {
  return a.level === b.level && a.cannotJudge === b.cannotJudge && a.confidence === b.confidence;
}
