/** How much credit two levels get for being near: none, or by Gwet's ordinal, linear or quadratic weights. */
export type GwetWeights = "identity" | "ordinal" | "linear" | "quadratic";

/**
 * The sums that Gwet's coefficients (and Fleiss' kappa) are made of: over units with two judgments or more
 * the agreement of their pairs, over units with any judgment the share of each level. A sum over units, so
 * that one unit can be changed without summing up the others again.
 */
export type AgreementSums = {
  weights: Float64Array;
  pairable: number;
  agreement: number;
  rated: number;
  shares: Float64Array;
};

export function emptySums(levels: number, weights: Float64Array): AgreementSums {
  return { weights, pairable: 0, agreement: 0, rated: 0, shares: new Float64Array(levels) };
}

/** The weight of every pair of levels, row by row. */
export function weightMatrix(levels: number, weights: GwetWeights): Float64Array {
  return Float64Array.from({ length: levels * levels }, (_, cell) =>
    weightOf(weights, Math.abs(Math.floor(cell / levels) - (cell % levels)), levels),
  );
}

/** Adds (sign 1) or takes away (sign -1) one unit's distribution. */
export function addUnit(to: AgreementSums, counts: readonly number[], sign: 1 | -1): void {
  const levels = counts.length;
  const n = counts.reduce((total, count) => total + count, 0);
  if (n === 0) return;
  to.rated += sign;
  let pairs = 0;
  for (let k = 0; k < levels; k++) {
    const here = counts[k] ?? 0;
    if (here === 0) continue;
    to.shares[k] = (to.shares[k] ?? 0) + (sign * here) / n;
    let near = -1;
    for (let l = 0; l < levels; l++) near += (to.weights[k * levels + l] ?? 0) * (counts[l] ?? 0);
    pairs += here * near;
  }
  if (n < 2) return;
  to.pairable += sign;
  to.agreement += (sign * pairs) / (n * (n - 1));
}

/** Adds other sums of the same weights. */
export function mergeSums(to: AgreementSums, from: AgreementSums): void {
  to.pairable += from.pairable;
  to.agreement += from.agreement;
  to.rated += from.rated;
  for (let k = 0; k < to.shares.length; k++) to.shares[k] = (to.shares[k] ?? 0) + (from.shares[k] ?? 0);
}

/** Observed agreement: the mean over units with two judgments or more. Null without such a unit. */
export function observedAgreement({ agreement, pairable }: AgreementSums): number | null {
  return pairable === 0 ? null : agreement / pairable;
}

/** Gwet's coefficient: pe = T_w/(q(q - 1)) x sum of pi_k(1 - pi_k), which is always below 1. */
export function gwetFrom(sums: AgreementSums): number | null {
  const observed = observedAgreement(sums);
  if (observed === null) return null;
  const levels = sums.shares.length;
  const weightTotal = sums.weights.reduce((total, weight) => total + weight, 0);
  const variety = sums.shares.reduce((total, share) => {
    const mean = share / sums.rated;
    return total + mean * (1 - mean);
  }, 0);
  const chance = (weightTotal / (levels * (levels - 1))) * variety;
  return (observed - chance) / (1 - chance);
}

/**
 * Gwet's AC1 (identity weights) and AC2 of several units, `counts[unit][level - 1]` (Gwet 2008,
 * doi 10.1348/000711006X126600; with missing values: Gwet 2014, Handbook of Inter-Rater Reliability, 4th ed.).
 * The categories are always all levels of the rubric. Null without a unit of two judgments.
 */
export function gwetCoefficient(
  counts: readonly (readonly number[])[],
  levels: number,
  weights: GwetWeights,
): number | null {
  return gwetFrom(sumsOf(counts, levels, weights));
}

export function sumsOf(
  counts: readonly (readonly number[])[],
  levels: number,
  weights: GwetWeights,
): AgreementSums {
  const sums = emptySums(levels, weightMatrix(levels, weights));
  for (const unit of counts) addUnit(sums, unit, 1);
  return sums;
}

function weightOf(weights: GwetWeights, apart: number, levels: number): number {
  if (weights === "identity") return apart === 0 ? 1 : 0;
  if (weights === "linear") return 1 - apart / (levels - 1);
  if (weights === "quadratic") return 1 - (apart * apart) / ((levels - 1) * (levels - 1));
  return 1 - (apart * (apart + 1)) / (levels * (levels - 1));
}
