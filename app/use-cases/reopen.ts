import { transact } from "#db/client";
import { listMemberStanding } from "#db/judgments";
import { findMember, findSubmission, reopenSubmission, type Submission } from "#db/panel";
import { listRounds } from "#db/rounds";
import { descriptorsInOrder } from "#rubric/schema";
import { postReopened } from "./announce";
import { requireAssessment } from "./assessments";
import { audit, type ScopedContext } from "./context";
import { type AssessorContext, currentRound, type Desk, readDesk } from "./desk";
import { Refusal } from "./errors";

/** Whether the assessor may take back what they handed in: allowed, still open, and in the round going on. */
export function mayReopen({ assessment, round, submission }: Desk): boolean {
  const { state, options } = assessment;
  return state === "open" && options.mayReopen && submission !== null && round.kind === "questionnaire";
}

/**
 * Opens again what the assessor handed in; what they judged stays as it is until they change it.
 * @throws Refusal "wrong-state", "in-workshop", "not-submitted", "may-not-reopen"
 */
export function reopenJudgments(context: AssessorContext): void {
  transact(context.db, () => {
    const desk = readDesk(context);
    const { assessment, member, round, submission } = desk;
    if (assessment.state !== "open") throw new Refusal("wrong-state", { state: assessment.state });
    if (round.kind === "workshop") throw new Refusal("in-workshop");
    if (!submission) throw new Refusal("not-submitted");
    if (!mayReopen(desk)) throw new Refusal("may-not-reopen");
    reopenSubmission(context.db, submission.id, context.now);
    const object = { kind: "submission", id: submission.id };
    audit(context, assessment.workspaceId, "judgments.reopen", object, { memberId: member.id });
  });
}

/**
 * Opens again what a member handed in, whatever assessors themselves are allowed, and tells them why.
 * @throws Refusal "not-found", "wrong-state", "in-workshop", "not-submitted"
 */
export function reopenMember(
  context: ScopedContext,
  assessmentId: string,
  memberId: string,
  reason: string,
): void {
  transact(context.db, () => {
    const assessment = requireAssessment(context, assessmentId);
    const member = findMember(context.db, assessmentId, memberId);
    if (!member) throw new Refusal("not-found");
    if (assessment.state !== "open") throw new Refusal("wrong-state", { state: assessment.state });
    const round = currentRound(listRounds(context.db, assessmentId));
    if (round.kind === "workshop") throw new Refusal("in-workshop");
    const submission = findSubmission(context.db, memberId, round.number);
    if (!submission) throw new Refusal("not-submitted");
    reopenSubmission(context.db, submission.id, context.now);
    const object = { kind: "submission", id: submission.id };
    audit(context, context.scope.workspaceId, "judgments.reopen", object, { memberId, reason });
    postReopened(context, { assessment, companyName: assessment.companyName, member }, reason);
  });
}

/**
 * What the assessor handed in last, as a desk with everything they had said by then; null before the first time.
 * A later round that is not handed in yet does not take the receipt of the one before away.
 */
export function readReceipt(context: AssessorContext): (Desk & { submission: Submission }) | null {
  const desk = readDesk(context);
  const submission = desk.submission ?? desk.receipts.at(-1);
  if (!submission) return null;
  const said = listMemberStanding(context.db, desk.member.id, submission.round);
  const before = listMemberStanding(context.db, desk.member.id, submission.round - 1);
  const ofFunction = (list: typeof said, key: string) =>
    list.find(({ functionKey }) => functionKey === key) ?? null;
  const { functions } = desk.member;
  const tasks = desk.rubric.functions
    .map((fn) => ({
      fn,
      steps: descriptorsInOrder(desk.rubric, fn),
      judgment: ofFunction(said, fn.key),
      earlier: ofFunction(before, fn.key),
    }))
    .filter(({ fn, judgment }) => judgment || functions === null || functions.includes(fn.key));
  return { ...desk, submission, tasks };
}
