import { meanLevel, size } from "./distribution";

/**
 * Tastle and Wierman's consensus (2007, doi 10.1016/j.ijar.2006.06.024):
 * 1 + sum of p_k log2(1 - |k - mean| / (K - 1)); 1 when all agree, 0 with half at each end.
 * Null without judgments.
 */
export function tastleWierman(counts: readonly number[]): number | null {
  const n = size(counts);
  const mean = meanLevel(counts);
  if (mean === null) return null;
  let consensus = 1;
  for (const [index, count] of counts.entries()) {
    if (count === 0) continue;
    consensus += (count / n) * Math.log2(1 - Math.abs(index + 1 - mean) / (counts.length - 1));
  }
  return consensus;
}
