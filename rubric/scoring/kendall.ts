import { chiSquaredTail } from "./gamma";
import { doubledRanks } from "./ranks";

export type KendallStatistic = { w: number; chiSquared: number; df: number; p: number };

/**
 * Kendall's coefficient of concordance, corrected for ties (Kendall & Babington Smith 1939,
 * doi 10.1214/aoms/1177732186): W = 12 S / (m^2 (n^3 - n) - m sum T), chi-square = m(n - 1)W with n - 1
 * degrees of freedom. `ratings[rater][unit]` are levels, complete: m raters, all of the same n units.
 * Needs m >= 2 and n >= 2. Null when every rater gives all units one level.
 */
export function kendallW(ratings: readonly (readonly number[])[]): KendallStatistic | null {
  const m = ratings.length;
  const n = ratings[0]?.length ?? 0;
  const rankSums = new Array<number>(n).fill(0);
  let ties = 0;
  for (const levels of ratings) {
    const { ranks, tieCubes } = doubledRanks(levels);
    ties += tieCubes;
    ranks.forEach((rank, unit) => {
      rankSums[unit] = (rankSums[unit] ?? 0) + rank;
    });
  }
  const spread = rankSums.reduce((total, sum) => total + (sum - m * (n + 1)) ** 2, 0);
  const most = m * m * (n ** 3 - n) - m * ties;
  if (most === 0) return null;
  // Ranks are doubled to stay whole, so the squares are four times too large: 12 S is 3 x spread.
  const w = (3 * spread) / most;
  const chiSquared = m * (n - 1) * w;
  return { w, chiSquared, df: n - 1, p: chiSquaredTail(chiSquared, n - 1) };
}
