import { type PermutationOptions, permutationSettings } from "./permutations";
import { rankSumTail, sampledRankSumTail, type TieGroup } from "./rank-sum";

/** Up to this many additions the enumeration is instant; above, a seeded Monte Carlo. */
export const EXACT_WORK = 10_000_000;

/**
 * `u` counts the pairs in which `after` is above `before`, equal ones by half; `superiority` is u over all
 * pairs, P(after > before) + P(equal)/2 (Vargha & Delaney 2000); `cliffsDelta` is 2 x superiority - 1.
 */
export type MannWhitney = {
  before: number;
  after: number;
  u: number;
  superiority: number;
  cliffsDelta: number;
  p: number;
  exact: boolean;
};

/**
 * The permutation form of the Mann-Whitney test (1947, doi 10.1214/aoms/1177730491), conditional on the ties:
 * every choice of who belongs to which panel is equally likely. The two-sided p is the share of choices whose
 * rank sum lies at least as far from its expectation, on either side, as the observed one; ranks are mid-ranks,
 * doubled, so that the comparison is between whole numbers. Effect size: Vargha & Delaney 2000
 * (doi 10.3102/10769986025002101), Cliff 1993 (doi 10.1037/0033-2909.114.3.494). Null when a side is empty.
 */
export function mannWhitney(
  before: readonly number[],
  after: readonly number[],
  options: PermutationOptions = {},
): MannWhitney | null {
  const settings = permutationSettings(options);
  if (before.length === 0 || after.length === 0) return null;
  const groups = tieGroups(before, after);
  const total = before.length + after.length;
  const chosen = Math.min(before.length, after.length);
  const rankSum = groups.reduce((sum, { rank, inAfter }) => sum + rank * inAfter, 0);
  const distance = Math.abs(rankSum - after.length * (total + 1));
  const exact =
    settings.method === "exact" || (settings.method === "auto" && enumerates(before.length, after.length));
  const p = exact
    ? rankSumTail(groups, chosen, distance)
    : sampledRankSumTail(groups, chosen, distance, settings.seed, settings.permutations);
  const u = rankSum / 2 - (after.length * (after.length + 1)) / 2;
  const superiority = u / (before.length * after.length);
  const cliffsDelta = 2 * superiority - 1;
  return { before: before.length, after: after.length, u, superiority, cliffsDelta, p, exact };
}

/** Whether panels of these sizes are enumerated: additions of ways, by values x choices x rank sums. */
export function enumerates(before: number, after: number): boolean {
  const total = before + after;
  const chosen = Math.min(before, after);
  return total * (chosen + 1) * 2 * chosen * total <= EXACT_WORK;
}

/** The smallest two-sided p of panels of these sizes: complete separation either way, 2 of all choices. */
export function smallestUnpairedP(before: number, after: number): number | null {
  if (before === 0 || after === 0) return null;
  let choices = 1;
  for (let i = 1; i <= Math.min(before, after); i++) choices = (choices * (before + after + 1 - i)) / i;
  return Math.min(1, 2 / choices);
}

function tieGroups(before: readonly number[], after: readonly number[]): (TieGroup & { inAfter: number })[] {
  const counts = new Map<number, { size: number; inAfter: number }>();
  const add = (value: number, inAfter: number) => {
    const group = counts.get(value) ?? { size: 0, inAfter: 0 };
    counts.set(value, { size: group.size + 1, inAfter: group.inAfter + inAfter });
  };
  for (const value of before) add(value, 0);
  for (const value of after) add(value, 1);
  let below = 0;
  return [...counts.entries()]
    .sort(([a], [b]) => a - b)
    .map(([, { size, inAfter }]) => {
      const rank = 2 * below + size + 1;
      below += size;
      return { size, rank, inAfter };
    });
}
