import { consensusClass, MODERATE_DISTANCE, STRONG_SHARE } from "#rubric/scoring/consensus";
import { shareOnMode } from "#rubric/scoring/distribution";
import { lowerMedian, upperMedian } from "#rubric/scoring/level";
import type { ConsensusClass } from "#rubric/scoring/types";

/** What the class of a consensus is decided by, with the thresholds, for somebody who checks it by hand. */
export type ConsensusExplanation = {
  class: ConsensusClass;
  /** The level that most judgments are on (the lowest of several), how many, and their share of all. */
  mode: number;
  count: number;
  share: number;
  /** From this share on a consensus is strong. */
  strong: number;
  lowest: number;
  highest: number;
  /** The two medians; the same unless the panel divides evenly. */
  median: { lower: number; upper: number };
  /** How many levels the farthest judgment is from the median that is farther from it, and how many are near enough. */
  farthest: number;
  near: number;
};

/** Why the judgments of one function (`distribution[k - 1]` on level k) are agreed as they are; null for one alone. */
export function explainConsensus(distribution: readonly number[]): ConsensusExplanation | null {
  const found = consensusClass(distribution);
  const share = shareOnMode(distribution);
  const [lower, upper] = [lowerMedian(distribution), upperMedian(distribution)];
  if (found === null || share === null || lower === null || upper === null) return null;
  const count = Math.max(...distribution);
  const lowest = distribution.findIndex((one) => one > 0) + 1;
  const highest = distribution.findLastIndex((one) => one > 0) + 1;
  return {
    ...{ class: found, mode: distribution.indexOf(count) + 1, count, share, strong: STRONG_SHARE },
    ...{ lowest, highest, median: { lower, upper } },
    ...{ farthest: Math.max(upper - lowest, highest - lower), near: MODERATE_DISTANCE },
  };
}
