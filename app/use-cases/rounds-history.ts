import { type Judgment, listStanding } from "#db/judgments";
import { FIRST_ROUND, type Round } from "#db/rounds";
import { functionScore } from "#rubric/scoring/function-score";
import { type ConsensusGoal, type Movement, movement, stopRule, type Verdict } from "#rubric/scoring/rounds";
import type { FunctionScore } from "#rubric/scoring/types";
import type { UseCaseContext } from "./context";
import { isJudged } from "./desk";

/**
 * One stretch of the way: a round by questionnaire, or a workshop, of which every vote is a round. `first` and `last`
 * are its round numbers.
 */
export type Stage = {
  kind: Round["kind"];
  first: number;
  last: number;
  /** Functions judged in it; null stands for all. */
  functions: string[] | null;
  /** Null for the first round, which began with the assessment. */
  openedAt: Date | null;
};

/** How a panel came to what it says: the stages in order, with everybody's judgments as they stood after each. */
export type PanelHistory = { stage: Stage; standing: Judgment[] }[];

/** The stages of an assessment, given its rounds after the first in order; workshop votes in a row are one. */
export function stagesOf(rounds: readonly Round[]): Stage[] {
  const stages: Stage[] = [
    { kind: "questionnaire", first: FIRST_ROUND, last: FIRST_ROUND, functions: null, openedAt: null },
  ];
  for (const { kind, number, functions, openedAt } of rounds) {
    const previous = stages.at(-1);
    if (kind === "workshop" && previous?.kind === "workshop") {
      previous.last = number;
      previous.functions = [...new Set([...(previous.functions ?? []), ...functions])];
    } else {
      stages.push({ kind, first: number, last: number, functions: [...functions], openedAt });
    }
  }
  return stages;
}

export function readHistory(
  { db }: Pick<UseCaseContext, "db">,
  assessmentId: string,
  rounds: readonly Round[],
): PanelHistory {
  return stagesOf(rounds).map((stage) => ({ stage, standing: listStanding(db, assessmentId, stage.last) }));
}

/** Where a function stands after a stage; `movement` is null in the first stage that judged it. */
export type StageResult = {
  score: FunctionScore;
  movement: Movement | null;
  verdict: Verdict;
};

type TrackInput = {
  history: PanelHistory;
  functionKey: string;
  levels: number;
  raters: number;
  quorum: number;
  goal: ConsensusGoal;
};

/** One function through all stages; null where a stage did not ask for it: what stood then stands. */
export function trackFunction(given: TrackInput): (StageResult | null)[] {
  const { history, functionKey, levels, raters, quorum, goal } = given;
  return history.map(({ stage, standing }, index) => {
    if (stage.functions !== null && !stage.functions.includes(functionKey)) return null;
    const own = ofFunction(standing, functionKey);
    const before = history[index - 1];
    const moved = before
      ? movement(levels, answersOf(ofFunction(before.standing, functionKey), own, stage.first))
      : null;
    const score = functionScore(functionKey, countLevels(own, levels), quorum, raters);
    const verdict = stopRule({ consensus: score.consensus, goal, movement: moved, quorum });
    return { score, movement: moved, verdict };
  });
}

function ofFunction(judgments: Judgment[], key: string): Judgment[] {
  return judgments.filter(({ functionKey }) => functionKey === key);
}

function countLevels(judgments: Judgment[], levels: number): number[] {
  return Array.from(
    { length: levels },
    (_, index) => judgments.filter(({ level }) => level === index + 1).length,
  );
}

function answersOf(before: Judgment[], after: Judgment[], first: number) {
  const levelBefore = new Map(before.map(({ memberId, level }) => [memberId, level]));
  return after.map((judgment) => ({
    before: levelBefore.get(judgment.memberId) ?? null,
    after: judgment.level,
    again: judgment.round >= first && isJudged(judgment),
  }));
}
