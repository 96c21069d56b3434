import { lowerMedian } from "./level";

/** How many levels from the median a judgment must be to stand out. */
export const OUTLIER_DISTANCE = 2;

/** Judgments that stand out together: how many are at the level, and how many levels above (below: negative) the median. */
export type Outlier = { level: number; count: number; distance: number };

/**
 * The levels at least `OUTLIER_DISTANCE` from the lower median that somebody chose, lowest first; `counts[level - 1]`
 * are the judgments at a level. The distance is to the level that the report names, so in a panel divided evenly over
 * two far levels those above stand out and those below do not. It marks whom to ask, never whom to leave out.
 */
export function outliers(counts: readonly number[]): Outlier[] {
  const median = lowerMedian(counts);
  if (median === null) return [];
  return counts
    .map((count, index) => ({ level: index + 1, count, distance: index + 1 - median }))
    .filter(({ count, distance }) => count > 0 && Math.abs(distance) >= OUTLIER_DISTANCE);
}
