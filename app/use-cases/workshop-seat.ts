import { listMemberJudgments } from "#db/judgments";
import { findSeat } from "#db/panel";
import { findRunningWorkshop, listVotes } from "#db/workshops";
import { descriptorsInOrder } from "#rubric/schema";
import { type AssessorContext, isAsked, readDesk } from "./desk";
import { readPulse } from "./workshop-pulse";
import { resultOf, turnoutOf } from "./workshop-result";
import { votedOf } from "./workshop-stage";

export type WorkshopSeat = ReturnType<typeof readWorkshopSeat>;
export type SeatVote = NonNullable<WorkshopSeat["vote"]>;

/**
 * The running workshop as one member of the panel sees it: the vote that is going on or was revealed last, their own
 * answer, how many have voted, and the result once it is revealed. @throws Refusal "not-found"
 */
export function readWorkshopSeat(context: AssessorContext) {
  const { member, assessment, companyName, rubric } = readDesk(context);
  const workshop = assessment.state === "open" ? findRunningWorkshop(context.db, assessment.id) : undefined;
  const vote = workshop && listVotes(context.db, workshop.id).at(-1);
  const fn = vote && rubric.functions.find(({ key }) => key === vote.functionKey);
  const seat = {
    running: workshop !== undefined,
    pulse: readPulse(context, assessment.id),
    companyName,
    asOf: assessment.asOf,
    minimumGroup: assessment.options.minimumGroup,
    quorum: assessment.quorum,
    rubric,
  };
  if (!vote || !fn) return { ...seat, vote: null };
  const { voted, asked } = turnoutOf(context, assessment.id, vote);
  return {
    ...seat,
    vote: {
      id: vote.id,
      fn,
      steps: descriptorsInOrder(rubric, fn),
      asked: isAsked(member, { functions: [fn.key] }, fn.key),
      own: listMemberJudgments(context.db, member.id, vote.round)[0] ?? null,
      /** Only how many, never who. */
      turnout: { voted, asked },
      revealed: vote.revealedAt !== null,
      result: resultOf(context, votedOf({ ...assessment, companyName }, rubric), vote),
    },
  };
}

/** Whether the panel is in a workshop now: the assessor's other pages lead to it. */
export function isInWorkshop(context: AssessorContext): boolean {
  const seat = findSeat(context.db, context.actor.memberId);
  return (
    seat?.assessment.state === "open" && findRunningWorkshop(context.db, seat.assessment.id) !== undefined
  );
}
