import { monteCarloP } from "./permutations";
import { seededRandom } from "./random";

/** `size` equal values that share one doubled mid-rank. */
export type TieGroup = { size: number; rank: number };

/**
 * The share of all choices of `chosen` values whose doubled rank sum lies at least `distance` from its
 * expectation, chosen x (N + 1). Every choice is counted, group after group: ways[c][s] is the number of ways
 * to have chosen c values with sum s.
 */
export function rankSumTail(groups: readonly TieGroup[], chosen: number, distance: number): number {
  const total = groups.reduce((sum, { size }) => sum + size, 0);
  const most = largestSum(groups, chosen);
  let ways = [...Array(chosen + 1)].map(() => new Float64Array(most + 1));
  (ways[0] ?? new Float64Array()).set([1]);
  for (const { size, rank } of groups) {
    const next = ways.map((row) => row.slice());
    let combinations = 1;
    for (let taken = 1; taken <= Math.min(size, chosen); taken++) {
      combinations = (combinations * (size - taken + 1)) / taken;
      for (let from = 0; from + taken <= chosen; from++) {
        addShifted(next[from + taken], ways[from], taken * rank, combinations);
      }
    }
    ways = next;
  }
  const final = ways[chosen] ?? new Float64Array();
  const expected = chosen * (total + 1);
  let all = 0;
  let extreme = 0;
  final.forEach((count, sum) => {
    all += count;
    if (Math.abs(sum - expected) >= distance) extreme += count;
  });
  return extreme / all;
}

/** The same share from random choices: how many of each group are chosen is hypergeometric. */
export function sampledRankSumTail(
  groups: readonly TieGroup[],
  chosen: number,
  distance: number,
  seed: number,
  permutations: number,
): number {
  const random = seededRandom(seed);
  const total = groups.reduce((sum, { size }) => sum + size, 0);
  const draw = hypergeometricDraws(total);
  const expected = chosen * (total + 1);
  let extreme = 0;
  for (let drawn = 0; drawn < permutations; drawn++) {
    let left = chosen;
    let others = total;
    let sum = 0;
    for (const { size, rank } of groups) {
      others -= size;
      const taken = draw(size, others, left, random.uniform);
      left -= taken;
      sum += taken * rank;
    }
    if (Math.abs(sum - expected) >= distance) extreme++;
  }
  return monteCarloP(extreme, permutations);
}

function addShifted(
  to: Float64Array | undefined,
  from: Float64Array | undefined,
  by: number,
  times: number,
): void {
  if (!to || !from) return;
  for (let sum = by; sum < to.length; sum++) {
    const ways = from[sum - by] ?? 0;
    if (ways > 0) to[sum] = (to[sum] ?? 0) + times * ways;
  }
}

function largestSum(groups: readonly TieGroup[], chosen: number): number {
  let left = chosen;
  let sum = 0;
  for (const { size, rank } of [...groups].reverse()) {
    const taken = Math.min(size, left);
    left -= taken;
    sum += taken * rank;
  }
  return sum;
}

type Draw = (size: number, others: number, draws: number, uniform: () => number) => number;
type Cumulative = { least: number; upTo: Float64Array };

/**
 * Draws how many of `draws` values come from `size` of `size + others`, by inversion. The cumulative
 * distributions are kept: the same few come back in every permutation.
 */
function hypergeometricDraws(total: number): Draw {
  const logFactorial = new Float64Array(total + 1);
  for (let n = 2; n <= total; n++) logFactorial[n] = (logFactorial[n - 1] ?? 0) + Math.log(n);
  const logChoose = (n: number, k: number) =>
    (logFactorial[n] ?? 0) - (logFactorial[k] ?? 0) - (logFactorial[n - k] ?? 0);
  const known = new Map<number, Cumulative>();
  return (size, others, draws, uniform) => {
    const least = Math.max(0, draws - others);
    const most = Math.min(size, draws);
    if (least === most) return least;
    // `others` alone says which group it is, because groups are drawn in a fixed order.
    const key = others * (total + 1) + draws;
    let table = known.get(key);
    if (!table) {
      table = cumulative(size, others, draws, least, most, logChoose);
      known.set(key, table);
    }
    return table.least + firstAbove(table.upTo, uniform());
  };
}

function cumulative(
  size: number,
  others: number,
  draws: number,
  least: number,
  most: number,
  logChoose: (n: number, k: number) => number,
): Cumulative {
  const upTo = new Float64Array(most - least + 1);
  let reached = 0;
  for (let taken = least; taken <= most; taken++) {
    const log = logChoose(size, taken) + logChoose(others, draws - taken) - logChoose(size + others, draws);
    reached += Math.exp(log);
    upTo[taken - least] = reached;
  }
  return { least, upTo };
}

/** The first index whose value is above `target`, at most the last one. */
function firstAbove(values: Float64Array, target: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 1) > target) high = middle;
    else low = middle + 1;
  }
  return low;
}
