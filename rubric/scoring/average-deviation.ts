import { size } from "./distribution";
import { lowerMedian } from "./level";

/** The cutoff is the number of levels over this: c/6 (Burke & Dunlap 2002), .83 for five levels. */
export const AD_CUTOFF_DIVISOR = 6;

/**
 * The mean distance, in levels, of the judgments from their median (Burke & Dunlap 2002,
 * doi 10.1177/1094428102005002002). Every median gives the same sum, so the choice between the lower and
 * the upper does not matter. Null without judgments.
 */
export function averageDeviation(counts: readonly number[]): number | null {
  const median = lowerMedian(counts);
  if (median === null) return null;
  const distance = counts.reduce((total, count, index) => total + count * Math.abs(index + 1 - median), 0);
  return distance / size(counts);
}

/** Up to this average deviation, judgments on a scale of `levels` levels count as acceptably close. */
export function averageDeviationCutoff(levels: number): number {
  return levels / AD_CUTOFF_DIVISOR;
}
