import { randomUUID } from "node:crypto";
import {
  type Clarification,
  findMemberClarification,
  insertClarification,
  listMemberClarifications,
  updateClarification,
} from "#db/clarifications";
import { transact } from "#db/client";
import { listMemberStanding } from "#db/judgments";
import { findMember, findSeat } from "#db/panel";
import { postClarification } from "./announce";
import { requireAssessment } from "./assessments";
import { audit, type ScopedContext } from "./context";
import { type AssessorContext, isJudged } from "./desk";
import { Refusal } from "./errors";
import { rubricOf } from "./rubrics";

/** The most characters a question may have. */
export const LONGEST_QUESTION = 1000;
/** The most characters an answer may have. */
export const LONGEST_ANSWER = 2000;

/** Which judgment is asked about. */
export type AskedJudgment = { functionKey: string; memberId: string };

/**
 * Asks a member what they meant by a judgment: they get a message, and find the question where they judge. The very
 * same question is not sent twice while it waits for an answer.
 * @throws Refusal "not-found" (assessment, member, or the member has not judged the function), "wrong-state" (not open)
 */
export function askClarification(
  context: ScopedContext,
  assessmentId: string,
  { functionKey, memberId }: AskedJudgment,
  question: string,
): void {
  transact(context.db, () => {
    const assessment = requireAssessment(context, assessmentId);
    const member = findMember(context.db, assessmentId, memberId);
    const fn = rubricOf(context, assessment).functions.find(({ key }) => key === functionKey);
    const said = listMemberStanding(context.db, memberId).find((one) => one.functionKey === functionKey);
    if (!member || !fn || !said || !isJudged(said)) throw new Refusal("not-found");
    if (assessment.state !== "open") throw new Refusal("wrong-state", { state: assessment.state });
    const waiting = listMemberClarifications(context.db, memberId).some(
      (one) => one.functionKey === functionKey && one.question === question && one.answeredAt === null,
    );
    if (waiting) return;
    const { actor, now } = context;
    const askedBy = actor.kind === "user" ? actor.userId : null;
    insertClarification(context.db, {
      ...{ id: randomUUID(), memberId, functionKey, question, askedBy },
      askedAt: now,
    });
    const object = { kind: "panel-member", id: memberId };
    audit(context, context.scope.workspaceId, "clarification.ask", object, { functionKey });
    const seat = { assessment, companyName: assessment.companyName, member };
    postClarification(context, seat, { functionName: fn.name, question });
  });
}

/** What the member is asked about their own judgments, the oldest question first. */
export function readQuestions(context: AssessorContext): Clarification[] {
  return listMemberClarifications(context.db, context.actor.memberId);
}

/**
 * Answers a question; possible as long as the assessment is open, also when the answers are handed in. A later answer
 * takes the place of the one before; the same one again changes nothing. Returns the key of the function asked about.
 * @throws Refusal "not-found", "wrong-state"
 */
export function answerClarification(context: AssessorContext, id: string, answer: string): string {
  return transact(context.db, () => {
    const { memberId } = context.actor;
    const seat = findSeat(context.db, memberId);
    const found = findMemberClarification(context.db, memberId, id);
    if (!seat || !found) throw new Refusal("not-found");
    const { assessment } = seat;
    if (assessment.state !== "open") throw new Refusal("wrong-state", { state: assessment.state });
    const { functionKey } = found;
    if (found.answeredAt && found.answer === answer) return functionKey;
    updateClarification(context.db, id, { answer, answeredAt: context.now });
    const object = { kind: "panel-member", id: memberId };
    audit(context, assessment.workspaceId, "clarification.answer", object, { functionKey });
    return functionKey;
  });
}
