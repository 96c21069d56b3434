import { type Judgment, listRoundJudgments, listStanding } from "#db/judgments";
import { listMembers } from "#db/panel";
import type { WorkshopVote } from "#db/workshops";
import type { ConsensusClass, FunctionScore } from "#rubric/scoring/types";
import type { UseCaseContext } from "./context";
import { isAsked, isJudged } from "./desk";
import { scoreOf } from "./workshop-order";

type Store = Pick<UseCaseContext, "db">;
/** The assessment that is voted on, with the number of levels of its rubric. */
export type Voted = {
  id: string;
  quorum: number;
  levels: number;
  /** Fewer judgments than this are not shown apart. */
  minimumGroup: number;
};

/** How many of whom have voted; who has not is for the consultant only. */
export type Turnout = { voted: number; asked: number; missing: string[] };

/** What the room is shown of a vote. */
export type VoteResult = {
  /** Votes with a level, and those that could not judge. */
  n: number;
  cannotJudge: number;
  /** Null below the quorum: of these votes alone. */
  level: number | null;
  /** This and the next two are null where so few voted that they could show who said what. */
  split: FunctionScore["split"];
  consensus: ConsensusClass | null;
  distribution: number[] | null;
  /** The function's level from all judgments as they stand after this vote, of those who did not vote, too. */
  standing: number | null;
};

/** Who has voted, of those asked for the function. */
export function turnoutOf({ db }: Store, assessmentId: string, vote: WorkshopVote): Turnout {
  const asked = listMembers(db, assessmentId).filter((member) =>
    isAsked(member, { functions: [vote.functionKey] }, vote.functionKey),
  );
  const voters = new Set(votesOf({ db }, assessmentId, vote).map(({ memberId }) => memberId));
  const missing = asked.filter(({ id }) => !voters.has(id)).map(({ name }) => name);
  return { voted: asked.length - missing.length, asked: asked.length, missing };
}

/** The result of a vote; null before it is revealed, whoever asks. */
export function resultOf(store: Store, assessment: Voted, vote: WorkshopVote): VoteResult | null {
  if (!vote.revealedAt) return null;
  const votes = votesOf(store, assessment.id, vote);
  const raters = turnoutOf(store, assessment.id, vote).asked;
  const score = scoreOf(votes, vote.functionKey, { ...assessment, raters });
  // The rule of the report: a few people in one room know each other's answers well enough as it is.
  const shown = score.n >= assessment.minimumGroup;
  return {
    n: score.n,
    cannotJudge: votes.length - score.n,
    level: score.level,
    split: shown ? score.split : null,
    consensus: shown ? score.consensus : null,
    distribution: shown ? score.distribution : null,
    standing: levelAfter(store, assessment, vote.functionKey, vote.round),
  };
}

/** The level of a function from the judgments as they stood at the end of a round. */
export function levelAfter(
  { db }: Store,
  { id, ...scale }: Voted,
  functionKey: string,
  round: number,
): number | null {
  return scoreOf(listStanding(db, id, round), functionKey, { ...scale, raters: 0 }).level;
}

function votesOf({ db }: Store, assessmentId: string, { round, functionKey }: WorkshopVote): Judgment[] {
  return listRoundJudgments(db, assessmentId, round).filter(
    (judgment) => judgment.functionKey === functionKey && isJudged(judgment),
  );
}
