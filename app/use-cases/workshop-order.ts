import type { Judgment } from "#db/judgments";
import type { Rubric } from "#rubric/schema";
import { AGREEMENT_A_LEVELS, agreementA } from "#rubric/scoring/agreement-a";
import { averageDeviation } from "#rubric/scoring/average-deviation";
import { functionScore } from "#rubric/scoring/function-score";
import type { FunctionScore } from "#rubric/scoring/types";

/** How many of the judgments of a function are at each level, the first for level 1. */
export function levelCounts(judgments: readonly Judgment[], functionKey: string, levels: number): number[] {
  const counts = new Array<number>(levels).fill(0);
  for (const { functionKey: key, level } of judgments) {
    if (key === functionKey && level !== null) counts[level - 1] = (counts[level - 1] ?? 0) + 1;
  }
  return counts;
}

/** The score of one function from judgments of it; `raters` could have given one. */
export function scoreOf(
  judgments: readonly Judgment[],
  functionKey: string,
  { levels, quorum, raters }: { levels: number; quorum: number; raters: number },
): FunctionScore {
  return functionScore(functionKey, levelCounts(judgments, functionKey, levels), quorum, raters);
}

/**
 * The functions in the order in which a room should talk about them: least agreement first (van der Eijk's A; with two
 * levels, where A says nothing, the average deviation), then in the rubric's order; those without a judgment last.
 */
export function agendaOf(rubric: Rubric, judgments: readonly Judgment[]): string[] {
  const levels = rubric.levels.length;
  const rows = rubric.functions.map(({ key }, place) => {
    const counts = levelCounts(judgments, key, levels);
    return { key, place, disagreement: disagreement(counts) };
  });
  return rows
    .sort((a, b) => (b.disagreement ?? -2) - (a.disagreement ?? -2) || a.place - b.place)
    .map(({ key }) => key);
}

/** The more, the less they agree; null without judgments. */
function disagreement(counts: number[]): number | null {
  if (counts.length < AGREEMENT_A_LEVELS) return averageDeviation(counts);
  const agreement = agreementA(counts);
  return agreement === null ? null : -agreement;
}
