import { mannWhitney, smallestUnpairedP } from "./mann-whitney";
import type { PermutationOptions } from "./permutations";
import { signedRank, smallestPairedP } from "./signed-rank";

/** The level of significance, after Holm's correction, from which a change is told from noise. */
export const SIGNIFICANCE = 0.05;
/** From this many raters in both panels the test is paired over them. */
export const PAIRING_FROM = 3;

/**
 * The test of one function before any correction. `n` is the number of pairs ("paired") or of all judgments
 * ("unpaired"). `statistic` is the smaller signed-rank sum, or U of the after side. `superiority` is over the
 * pairs when paired (the share that rose plus half of those that stayed; Grissom & Kim 2012, for dependent
 * groups), over all combinations of one judgment from each side when unpaired. `direction` is that of the test.
 */
export type ChangeTest = {
  test: "paired" | "unpaired" | "none";
  n: number;
  statistic: number | null;
  p: number | null;
  exact: boolean | null;
  smallestReachableP: number | null;
  superiority: number | null;
  cliffsDelta: number | null;
  direction: -1 | 0 | 1;
};

export const NO_TEST: ChangeTest = {
  test: "none",
  n: 0,
  statistic: null,
  p: null,
  exact: null,
  smallestReachableP: null,
  superiority: null,
  cliffsDelta: null,
  direction: 0,
};

/**
 * Tests one function, `before` and `after` being levels by rater. Paired over the raters with a level on both
 * sides when they are at least `PAIRING_FROM`, or when they are all there are; otherwise the two sides are
 * compared as independent with every judgment used. The one or two raters whom such panels may share make
 * that test slightly cautious, because one person's two answers tend to be alike.
 */
export function changeTest(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
  options: PermutationOptions,
): ChangeTest {
  const differences = pairedDifferences(before, after);
  const samePanel = differences.length === before.size && differences.length === after.size;
  return differences.length >= PAIRING_FROM || samePanel
    ? pairedTest(differences, options)
    : unpairedTest([...before.values()], [...after.values()], options);
}

/** After less before, for every rater with a level on both sides. */
export function pairedDifferences(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
): number[] {
  return [...before].flatMap(([rater, was]) => {
    const is = after.get(rater);
    return is === undefined ? [] : [is - was];
  });
}

function pairedTest(differences: number[], options: PermutationOptions): ChangeTest {
  const found = signedRank(differences, options);
  if (!found) return NO_TEST;
  const rose = differences.filter((difference) => difference > 0).length;
  const stayed = differences.filter((difference) => difference === 0).length;
  const superiority = (rose + stayed / 2) / found.n;
  return {
    test: "paired",
    n: found.n,
    statistic: found.statistic,
    p: found.p,
    exact: found.exact,
    smallestReachableP: smallestPairedP(found.n),
    superiority,
    cliffsDelta: 2 * superiority - 1,
    direction: sign(found.plus - found.minus),
  };
}

function unpairedTest(before: number[], after: number[], options: PermutationOptions): ChangeTest {
  const found = mannWhitney(before, after, options);
  if (!found) return NO_TEST;
  return {
    test: "unpaired",
    n: found.before + found.after,
    statistic: found.u,
    p: found.p,
    exact: found.exact,
    smallestReachableP: smallestUnpairedP(found.before, found.after),
    superiority: found.superiority,
    cliffsDelta: found.cliffsDelta,
    direction: sign(found.cliffsDelta),
  };
}

function sign(value: number): -1 | 0 | 1 {
  return value > 0 ? 1 : value < 0 ? -1 : 0;
}
