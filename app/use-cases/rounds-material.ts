import type { Rubric } from "#rubric/schema";
import { type ConsensusGoal, STABLE_BELOW, type Verdict } from "#rubric/scoring/rounds";
import { lastVerdict, reachedIn } from "./rounds";
import { type PanelHistory, type Stage, trackFunction } from "./rounds-history";

/** A stage as a report names it: by the number of its first round. */
export type ReportStage = Pick<Stage, "kind"> & { number: number };

/** How a panel came to its result, without anything that could show what a single person said. */
export type RoundsMaterial = {
  goal: ConsensusGoal;
  /** The share of moved judgments below which a function counts as stable. */
  stableBelow: number;
  stages: ReportStage[];
  functions: {
    key: string;
    /** Whether it was judged more than once. */
    again: boolean;
    /** What the stop rule says in the end; null where too few judged to show how they agree. */
    verdict: Verdict | null;
    /** The stage in which the agreed consensus was reached, or after which the function was stable. */
    ended: ReportStage | null;
  }[];
};

type MaterialInput = {
  history: PanelHistory;
  rubric: Rubric;
  raters: number;
  quorum: number;
  goal: ConsensusGoal;
  minimumGroup: number;
};

/** The rounds as a report tells them; made once, with the result, and frozen with it. */
export function roundsMaterial(given: MaterialInput): RoundsMaterial {
  const { history, rubric, minimumGroup, goal } = given;
  const stages = history.map(({ stage: { kind, first } }) => ({ kind, number: first }));
  return {
    goal,
    stableBelow: STABLE_BELOW,
    stages,
    functions: rubric.functions.map(({ key }) => {
      const track = trackFunction({ ...given, functionKey: key, levels: rubric.levels.length });
      const last = track.findLast((result) => result !== null);
      const shown = (last?.score.n ?? 0) >= minimumGroup;
      const verdict = shown ? lastVerdict(track) : null;
      const end = { consensus: reachedIn(track), stable: track.findLastIndex((result) => result !== null) };
      const ended = verdict === "consensus" || verdict === "stable" ? end[verdict] : null;
      return {
        key,
        again: track.filter((result) => result !== null).length > 1,
        verdict,
        ended: ended === null ? null : (stages[ended] ?? null),
      };
    }),
  };
}
