import { lowerMedian } from "./level";
import type { ScoreInput } from "./types";

/** One function as the raters see it who gave it a level on both sides: `n` of them, and their own lower medians. */
export type SameExperts = {
  key: string;
  n: number;
  before: number | null;
  after: number | null;
  delta: number | null;
};

/**
 * The change among the same experts only, raters paired by key: what the change of a panel's level would be had nobody
 * joined or left. What it differs by from the change of all judgments is due to the panel. Functions come in the order
 * of `before`, those that both sides have. No quorum is asked, `n` says how much it rests on; null where nobody gave
 * two levels. Throws a RangeError when the numbers of levels differ: those are different rubrics.
 */
export function sameExperts(before: ScoreInput, after: ScoreInput): SameExperts[] {
  if (before.levels !== after.levels) {
    throw new RangeError(`cannot compare ${before.levels} levels with ${after.levels}: different rubrics`);
  }
  const [was, is] = [levelsByUnit(before), levelsByUnit(after)];
  return [...was].flatMap(([key, earlier]) => {
    const later = is.get(key);
    if (!later) return [];
    const raters = [...earlier.keys()].filter((rater) => later.has(rater));
    const median = (side: Map<string, number>) => {
      const counts = new Array<number>(before.levels).fill(0);
      for (const rater of raters) {
        const level = side.get(rater);
        if (level !== undefined) counts[level - 1] = (counts[level - 1] ?? 0) + 1;
      }
      return lowerMedian(counts);
    };
    const [from, to] = [median(earlier), median(later)];
    const delta = from === null || to === null ? null : to - from;
    return [{ key, n: raters.length, before: from, after: to, delta }];
  });
}

function levelsByUnit({ units, judgments }: ScoreInput): Map<string, Map<string, number>> {
  const levels = new Map(units.map(({ key }) => [key, new Map<string, number>()]));
  for (const { unit, rater, level } of judgments) {
    if (level !== null) levels.get(unit)?.set(rater, level);
  }
  return levels;
}
