import { listProgress } from "#db/panel";
import { listRounds } from "#db/rounds";
import { findRunningWorkshop } from "#db/workshops";
import type { Localized } from "#rubric/schema";
import type { ConsensusGoal, Verdict } from "#rubric/scoring/rounds";
import { requireAssessment } from "./assessments";
import type { ScopedContext } from "./context";
import { isAsked } from "./desk";
import {
  type PanelHistory,
  readHistory,
  type Stage,
  type StageResult,
  trackFunction,
} from "./rounds-history";
import { rubricOf } from "./rubrics";

/** A stage with how many are in it; members who are asked for none of its functions have no part. */
export type RoundStage = Stage & { asked: number; handedIn: number };

/** One function through the stages: null where a stage did not ask for it. */
export type RoundFunction = {
  key: string;
  name: Localized;
  stages: (StageResult | null)[];
  /** What the stop rule says now. */
  verdict: Verdict;
  /** The index of the first stage from which on the agreed consensus stands; null without it. */
  reachedIn: number | null;
};

export type RoundsView = {
  levels: number;
  quorum: number;
  goal: ConsensusGoal;
  stages: RoundStage[];
  functions: RoundFunction[];
  /** The number that the next round gets. */
  next: number;
  /** Whether any function has a level at all. */
  begun: boolean;
  workshopRuns: boolean;
};

/**
 * The rounds of an assessment for whoever runs it, as counts without names: per function and stage the distribution,
 * consensus, movement and what the stop rule says. @throws Refusal "not-found"
 */
export function readRounds(context: ScopedContext, assessmentId: string): RoundsView {
  const assessment = requireAssessment(context, assessmentId);
  const rubric = rubricOf(context, assessment);
  const rounds = listRounds(context.db, assessmentId);
  const history = readHistory(context, assessmentId, rounds);
  const levels = rubric.levels.length;
  const { quorum } = assessment;
  const goal = assessment.options.consensusGoal;
  const stages = history.map((entry) => inStage(context, assessmentId, entry));
  const raters = stages[0]?.asked ?? 0;
  const functions = rubric.functions.map(({ key, name }) => {
    const track = trackFunction({ history, functionKey: key, levels, raters, quorum, goal });
    return { key, name, stages: track, verdict: lastVerdict(track), reachedIn: reachedIn(track) };
  });
  return {
    ...{ levels, quorum, goal, stages, functions },
    next: (history.at(-1)?.stage.last ?? 0) + 1,
    begun: functions.some((fn) => fn.stages.some((result) => result && result.score.n > 0)),
    workshopRuns: findRunningWorkshop(context.db, assessmentId) !== undefined,
  };
}

/** The keys of the functions that the stop rule would ask again. */
export function openFunctions(functions: readonly Pick<RoundFunction, "key" | "verdict">[]): string[] {
  return functions
    .filter(({ verdict }) => verdict === "open" || verdict === "no-result")
    .map(({ key }) => key);
}

export function lastVerdict(track: readonly (StageResult | null)[]): Verdict {
  return track.findLast((result) => result !== null)?.verdict ?? "no-result";
}

/** The first stage from which on the agreed consensus stands: one that was lost again does not count. */
export function reachedIn(track: readonly (StageResult | null)[]): number | null {
  const judged = track.flatMap((result, index) => (result ? [{ index, verdict: result.verdict }] : []));
  const lost = judged.findLastIndex(({ verdict }) => verdict !== "consensus");
  return judged[lost + 1]?.index ?? null;
}

/** A workshop is not handed in: whoever voted in it was there. */
function inStage(
  { db }: ScopedContext,
  assessmentId: string,
  { stage, standing }: PanelHistory[number],
): RoundStage {
  const asked = listProgress(db, assessmentId, stage.last).filter(
    (member) => stage.functions === null || stage.functions.some((key) => isAsked(member, stage, key)),
  );
  const voters = new Set(
    standing.filter(({ round }) => round >= stage.first).map(({ memberId }) => memberId),
  );
  const done = asked.filter(({ id, submittedAt }) =>
    stage.kind === "workshop" ? voters.has(id) : submittedAt !== null,
  );
  // Whoever declined and said nothing is not waited for.
  const declined = asked.filter((member) => member.declinedAt && !done.includes(member));
  return { ...stage, asked: asked.length - declined.length, handedIn: done.length };
}
