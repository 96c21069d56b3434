import { agreementA } from "./agreement-a";
import { averageDeviation } from "./average-deviation";
import { consensusClass } from "./consensus";
import { meanLevel, shareOnMode, size } from "./distribution";
import { medianInterval } from "./interval";
import { lowerMedian, splitOf } from "./level";
import { tastleWierman } from "./tastle-wierman";
import type { FunctionScore } from "./types";

/**
 * One function from its distribution (`counts[level - 1]`). Below `quorum` judgments it has no result, which
 * is neither level 1 nor a lack of consensus; the description of its judgments is kept. `raters` is the panel size.
 */
export function functionScore(key: string, counts: number[], quorum: number, raters: number): FunctionScore {
  const n = size(counts);
  const enough = n >= quorum;
  const tooFew = n === 0 ? "no-judgments" : "below-quorum";
  return {
    key,
    n,
    missing: raters - n,
    level: enough ? lowerMedian(counts) : null,
    reason: enough ? null : tooFew,
    split: enough ? splitOf(counts) : null,
    mean: enough ? meanLevel(counts) : null,
    distribution: [...counts],
    consensus: enough ? consensusClass(counts) : null,
    agreementA: agreementA(counts),
    tastleWierman: tastleWierman(counts),
    averageDeviation: averageDeviation(counts),
    shareOnMode: shareOnMode(counts),
    interval: enough ? medianInterval(counts) : null,
  };
}
