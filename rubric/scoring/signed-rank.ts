import { monteCarloP, type PermutationOptions, permutationSettings } from "./permutations";
import { seededRandom } from "./random";
import { doubledRanks } from "./ranks";

/** Up to this many pairs all sign patterns are enumerated; above, a seeded Monte Carlo. */
export const EXACT_PAIRS = 100;

/**
 * `plus` and `minus` are the rank sums of the differences above and below zero, `statistic` the smaller one;
 * `p` is two-sided, `pGreater` for differences above zero, `pLess` below. `n` counts all pairs.
 */
export type SignedRank = {
  n: number;
  nonZero: number;
  plus: number;
  minus: number;
  statistic: number;
  p: number;
  pGreater: number;
  pLess: number;
  exact: boolean;
};

/**
 * Wilcoxon's signed-rank test (1945, doi 10.2307/3001968) by sign-flip enumeration: conditional on the sizes
 * of the differences, every pattern of signs is equally likely. Equal sizes share the mean of their ranks.
 * Zeros are ranked with the others and then left out of the sums (Pratt 1959,
 * doi 10.1080/01621459.1959.10501526): when they are dropped first, a smaller rise of everybody can look more
 * certain than a larger one. The null distribution is symmetric, so the two-sided p is twice the smaller tail.
 * All differences zero: p = 1. Null without any difference.
 */
export function signedRank(
  differences: readonly number[],
  options: PermutationOptions = {},
): SignedRank | null {
  const settings = permutationSettings(options);
  if (differences.length === 0) return null;
  const { ranks } = doubledRanks(differences.map(Math.abs));
  const moved = ranks.filter((_, index) => differences[index] !== 0).sort((a, b) => a - b);
  const total = moved.reduce((sum, rank) => sum + rank, 0);
  const plus = ranks.reduce((sum, rank, index) => sum + ((differences[index] ?? 0) > 0 ? rank : 0), 0);
  const exact =
    settings.method === "exact" || (settings.method === "auto" && differences.length <= EXACT_PAIRS);
  const tailFrom = exact ? enumerated(moved, total) : sampled(moved, settings.seed, settings.permutations);
  const pGreater = tailFrom(plus);
  const pLess = tailFrom(total - plus);
  return {
    n: differences.length,
    nonZero: moved.length,
    plus: plus / 2,
    minus: (total - plus) / 2,
    statistic: Math.min(plus, total - plus) / 2,
    p: Math.min(1, 2 * Math.min(pGreater, pLess)),
    pGreater,
    pLess,
    exact,
  };
}

/** The smallest two-sided p that n pairs can reach: all of them moving the same way, 2 of the 2^n patterns. */
export function smallestPairedP(pairs: number): number | null {
  return pairs === 0 ? null : Math.min(1, 2 ** (1 - pairs));
}

type Tail = (doubledSum: number) => number;

/** P(sum of the ranks with a plus >= s), all patterns counted by adding one rank after the other. */
function enumerated(ranks: readonly number[], total: number): Tail {
  const share = new Float64Array(total + 1);
  share[0] = 1;
  let reach = 0;
  for (const rank of ranks) {
    reach += rank;
    for (let sum = reach; sum >= 0; sum--) {
      share[sum] = ((share[sum] ?? 0) + (sum >= rank ? (share[sum - rank] ?? 0) : 0)) / 2;
    }
  }
  return (from) => share.subarray(from).reduce((tail, value) => tail + value, 0);
}

/**
 * The same tail from random patterns. Ranks that are equal are drawn together: the number of pluses among
 * t of them is the number of ones in t random bits.
 */
function sampled(ranks: readonly number[], seed: number, permutations: number): Tail {
  const groups = new Map<number, number>();
  for (const rank of ranks) groups.set(rank, (groups.get(rank) ?? 0) + 1);
  return (from) => {
    const random = seededRandom(seed);
    let extreme = 0;
    for (let drawn = 0; drawn < permutations; drawn++) {
      let sum = 0;
      for (const [rank, tied] of groups) {
        let left = tied;
        for (; left >= 32; left -= 32) sum += rank * onesIn(random.bits());
        if (left > 0) sum += rank * onesIn(random.bits() >>> (32 - left));
      }
      if (sum >= from) extreme++;
    }
    return monteCarloP(extreme, permutations);
  };
}

function onesIn(bits: number): number {
  let left = bits - ((bits >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
