import { observedAgreement, sumsOf } from "./gwet";

/**
 * Fleiss' kappa (1971, doi 10.1037/h0031619), generalised to missing values as in Gwet 2014: observed
 * agreement over units with two judgments or more, level shares over all rated units. It is nominal, so a
 * distance of one level counts as much as four. Null without a unit of two judgments or without variation.
 */
export function fleissKappa(counts: readonly (readonly number[])[], levels: number): number | null {
  const sums = sumsOf(counts, levels, "identity");
  const observed = observedAgreement(sums);
  const used = sums.shares.filter((share) => share > 0).length;
  if (observed === null || used < 2) return null;
  const chance = sums.shares.reduce((total, share) => total + (share / sums.rated) ** 2, 0);
  return (observed - chance) / (1 - chance);
}
