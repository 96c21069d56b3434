import type { Split } from "./types";

/** Two sums of the same weights may differ by rounding alone; a majority must be larger than that. */
const ROUNDING = 1e-9;

/**
 * The lower median: the highest level k such that more than half of the weight stands at k or above.
 * `weights[k - 1]` is the count or the total weight of the judgments at level k. Null without any weight.
 * With weights this is the lower weighted median: an exact half is not a majority, so it goes down.
 */
export function lowerMedian(weights: readonly number[]): number | null {
  const total = sum(weights);
  let above = 0;
  let below = total;
  for (let level = weights.length; level >= 1; level--) {
    const here = weights[level - 1] ?? 0;
    above += here;
    below -= here;
    if (here > 0 && above - below > ROUNDING * total) return level;
  }
  return null;
}

/** The upper median: the lowest level k such that more than half of the weight stands at k or below. */
export function upperMedian(weights: readonly number[]): number | null {
  const mirrored = lowerMedian([...weights].reverse());
  return mirrored === null ? null : weights.length + 1 - mirrored;
}

/** The two medians where they differ, which is where the panel divides evenly; null otherwise. */
export function splitOf(weights: readonly number[]): Split | null {
  const lower = lowerMedian(weights);
  const upper = upperMedian(weights);
  return lower === null || upper === null || lower === upper ? null : { lower, upper };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
