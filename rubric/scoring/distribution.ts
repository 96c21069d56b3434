/** The number of judgments in a distribution; `counts[k - 1]` are at level k. */
export function size(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

/**
 * The mean of the level numbers: a decimal trend figure only, because the mean of ordinal codes can mislead
 * (Liddell & Kruschke 2018, doi 10.1016/j.jesp.2018.08.009). Null without judgments.
 */
export function meanLevel(counts: readonly number[]): number | null {
  const n = size(counts);
  return n === 0 ? null : counts.reduce((total, count, index) => total + count * (index + 1), 0) / n;
}

/** The largest share of the judgments on one level, 0 to 1. Null without judgments. */
export function shareOnMode(counts: readonly number[]): number | null {
  const n = size(counts);
  return n === 0 ? null : Math.max(...counts) / n;
}

/** The level of the judgment at `rank` (1 = lowest) when all are sorted. Throws outside 1..n. */
export function orderStatistic(counts: readonly number[], rank: number): number {
  let reached = 0;
  for (const [index, count] of counts.entries()) {
    reached += count;
    if (rank >= 1 && rank <= reached) return index + 1;
  }
  throw new RangeError(`there is no judgment at rank ${rank} of ${reached}`);
}

/**
 * The quantile of type 7 (linear interpolation at 1 + (n - 1)p; Hyndman & Fan 1996,
 * doi 10.1080/00031305.1996.10473566). `share` is 0 to 1. Null without judgments.
 */
export function quantile(counts: readonly number[], share: number): number | null {
  const n = size(counts);
  if (n === 0) return null;
  const place = (n - 1) * share;
  const low = orderStatistic(counts, Math.floor(place) + 1);
  const high = orderStatistic(counts, Math.ceil(place) + 1);
  return low + (place - Math.floor(place)) * (high - low);
}

/** Below this many judgments the spread is the range, because quartiles of four answers say nothing. */
export const QUARTILES_FROM = 5;

/** How far the judgments lie apart: the full range, or the middle half by quantiles of type 7. */
export type Spread = { measure: "range" | "interquartile"; low: number; high: number };

/** The range below `QUARTILES_FROM` judgments, the interquartile range from there on; null without any. */
export function spreadOf(counts: readonly number[]): Spread | null {
  const few = size(counts) < QUARTILES_FROM;
  const low = quantile(counts, few ? 0 : 0.25);
  const high = quantile(counts, few ? 1 : 0.75);
  if (low === null || high === null) return null;
  return { measure: few ? "range" : "interquartile", low, high };
}
