import { type ChangeTest, changeTest, NO_TEST, pairedDifferences, SIGNIFICANCE } from "./change-test";
import { holm } from "./holm";
import type { PermutationOptions } from "./permutations";
import { score } from "./score";
import type { Overall, Score, ScoreInput } from "./types";

/**
 * "up" and "down": told from noise; "noise": not told from noise by a panel that could have; "too-small": no
 * outcome of these panels could have been told from noise, which is not the same as no change; "none": no test.
 */
export type Verdict = "up" | "down" | "noise" | "too-small" | "none";

/** A number on both sides and its difference (after less before), null where a side has none. */
export type Change = { before: number | null; after: number | null; delta: number | null };

/**
 * One function: its levels and their difference, and the test of `ChangeTest`. `overlap` raters gave a level
 * on both sides. `verdict` follows the test, not `delta`: a panel can move without its median moving.
 */
export type FunctionComparison = { key: string } & Change &
  Omit<ChangeTest, "direction"> & {
    reason: null | "only-before" | "only-after" | "no-result";
    nBefore: number;
    nAfter: number;
    overlap: number;
    pHolm: number | null;
    /** The smallest corrected p, reached if every tested function reached its smallest p. */
    smallestReachablePHolm: number | null;
    verdict: Verdict;
  };

/** `overall.tested` functions have a test, which is what Holm's correction counts. */
export type Comparison = {
  method: Score["method"];
  levels: number;
  quorum: { before: number; after: number };
  functions: FunctionComparison[];
  overall: { typical: Change; attained: Change; meanIndex: Change; tested: number; significance: number };
};

/** `onTested` is told after each function how many of all are done: large panels take their time. */
export type CompareOptions = PermutationOptions & { onTested?: (done: number, total: number) => void };

/**
 * Change between two assessments, function by function, raters paired by key (see `changeTest` for when).
 * A function is tested when it has a result, by its quorum, on both sides; Holm's correction runs over all
 * tested functions. Swapping the sides turns the signs and keeps every p. Functions come in the order of
 * `before`, then those that only `after` has. Throws a RangeError when the numbers of levels differ: those are
 * different rubrics. Whether equal numbers of levels are the same rubric is for the caller to know.
 */
export function compare(before: ScoreInput, after: ScoreInput, options: CompareOptions = {}): Comparison {
  if (before.levels !== after.levels) {
    throw new RangeError(`cannot compare ${before.levels} levels with ${after.levels}: different rubrics`);
  }
  const sides = [sideOf(before), sideOf(after)] as const;
  const keys = new Set(sides.flatMap(({ score }) => score.functions.map(({ key }) => key)));
  const drafts = [...keys].map((key, index) => {
    const found = draft(key, sides[0], sides[1], options);
    options.onTested?.(index + 1, keys.size);
    return found;
  });
  const [was, is] = [sides[0].score, sides[1].score];
  return {
    method: is.method,
    levels: is.levels,
    quorum: { before: was.quorum, after: is.quorum },
    functions: withVerdicts(drafts),
    overall: {
      ...overallChange(was.overall, is.overall),
      tested: drafts.filter(({ test }) => test.p !== null).length,
      significance: SIGNIFICANCE,
    },
  };
}

type Side = {
  score: Score;
  level: Map<string, number | null>;
  ratings: Map<string, Map<string, number>>;
};
type Draft = Change &
  Pick<FunctionComparison, "key" | "reason" | "nBefore" | "nAfter" | "overlap"> & {
    test: ChangeTest;
  };

function sideOf(input: ScoreInput): Side {
  const result = score(input);
  const ratings = new Map(input.units.map(({ key }) => [key, new Map<string, number>()]));
  for (const { unit, rater, level } of input.judgments) {
    if (level !== null) ratings.get(unit)?.set(rater, level);
  }
  return { score: result, level: new Map(result.functions.map(({ key, level }) => [key, level])), ratings };
}

function draft(key: string, before: Side, after: Side, options: PermutationOptions): Draft {
  const levels = change(before.level.get(key) ?? null, after.level.get(key) ?? null);
  const was = before.ratings.get(key) ?? new Map<string, number>();
  const is = after.ratings.get(key) ?? new Map<string, number>();
  const reason = untestedBecause(key, before, after, levels);
  return {
    key,
    ...levels,
    reason,
    nBefore: was.size,
    nAfter: is.size,
    overlap: pairedDifferences(was, is).length,
    test: reason === null ? changeTest(was, is, options) : NO_TEST,
  };
}

function untestedBecause(
  key: string,
  before: Side,
  after: Side,
  levels: Change,
): FunctionComparison["reason"] {
  if (!before.level.has(key)) return "only-after";
  if (!after.level.has(key)) return "only-before";
  return levels.delta === null ? "no-result" : null;
}

function withVerdicts(drafts: Draft[]): FunctionComparison[] {
  const corrected = holm(drafts.map(({ test }) => test.p));
  const reachable = holm(drafts.map(({ test }) => test.smallestReachableP));
  return drafts.map(({ key, before, after, delta, test, ...rest }, index) => {
    const { direction, ...tested } = test;
    const pHolm = corrected[index] ?? null;
    const smallestReachablePHolm = reachable[index] ?? null;
    const verdict = verdictOf(direction, pHolm, smallestReachablePHolm);
    return { key, before, after, delta, ...tested, pHolm, smallestReachablePHolm, ...rest, verdict };
  });
}

/**
 * Holm's adjusted p-values only grow with the p-values, so the correction of the smallest reachable ones is
 * the smallest that any outcome of these panels could have: above `SIGNIFICANCE`, the panel is too small.
 */
function verdictOf(direction: -1 | 0 | 1, pHolm: number | null, reachable: number | null): Verdict {
  if (pHolm === null || reachable === null) return "none";
  if (reachable > SIGNIFICANCE) return "too-small";
  if (pHolm > SIGNIFICANCE || direction === 0) return "noise";
  return direction > 0 ? "up" : "down";
}

function overallChange(before: Overall, after: Overall) {
  return {
    typical: change(before.typical, after.typical),
    attained: change(before.attained, after.attained),
    meanIndex: change(before.meanIndex, after.meanIndex),
  };
}

function change(before: number | null, after: number | null): Change {
  return { before, after, delta: before === null || after === null ? null : after - before };
}
