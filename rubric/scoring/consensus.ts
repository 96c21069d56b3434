import { shareOnMode, size } from "./distribution";
import { lowerMedian, upperMedian } from "./level";
import type { ConsensusClass } from "./types";

/** Share on one level from which a panel agrees strongly: the median Delphi threshold (Diamond et al. 2014). */
export const STRONG_SHARE = 0.75;
/** How many levels from the median nobody may be for a moderate consensus. */
export const MODERATE_DISTANCE = 1;
/** One person alone cannot agree with anybody. */
export const CONSENSUS_FROM = 2;

/**
 * The consensus class of a distribution, fixed before data come in (Diamond et al. 2014,
 * doi 10.1016/j.jclinepi.2013.12.002): strong when at least `STRONG_SHARE` of the judgments are on one level,
 * moderate when nobody is more than `MODERATE_DISTANCE` levels from the median, split otherwise.
 * An evenly divided panel has two medians and must be near both: 2 2 4 4 is no moderate consensus on 3,
 * and a panel and its mirror image get the same class. Null below `CONSENSUS_FROM` judgments.
 */
export function consensusClass(counts: readonly number[]): ConsensusClass | null {
  const share = shareOnMode(counts);
  const lower = lowerMedian(counts);
  const upper = upperMedian(counts);
  if (share === null || lower === null || upper === null || size(counts) < CONSENSUS_FROM) return null;
  if (share >= STRONG_SHARE) return "strong";
  const lowest = counts.findIndex((count) => count > 0) + 1;
  const highest = counts.findLastIndex((count) => count > 0) + 1;
  const near = upper - lowest <= MODERATE_DISTANCE && highest - lower <= MODERATE_DISTANCE;
  return near ? "moderate" : "split";
}
