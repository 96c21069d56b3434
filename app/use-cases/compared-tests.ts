import { compare, type FunctionComparison } from "#rubric/scoring/compare";
import { type SameExperts, sameExperts } from "#rubric/scoring/same-experts";
import type { ScoreInput } from "#rubric/scoring/types";
import type { Outcome } from "./outcome";
import { type Basis, hashJudgments, scoreInput } from "./results";

/** What the test says of one function. */
export type ComparedTest = Pick<
  FunctionComparison,
  | "test"
  | "n"
  | "nBefore"
  | "nAfter"
  | "p"
  | "pHolm"
  | "smallestReachableP"
  | "exact"
  | "superiority"
  | "cliffsDelta"
  | "verdict"
>;

/** The change among those who judged in both. */
export type ComparedSame = Omit<SameExperts, "key">;

type Pair<Side> = readonly [before: Side, after: Side];

/**
 * The tests of two assessments, people paired by e-mail address across the panels. A function is missing from
 * `functions`, or from `same`, where that would show what single persons said to a reader without `live`, or where
 * the judgments are no longer those of the published result.
 */
export function comparedTests(bases: Pair<Basis>, outcomes: Pair<Outcome>, live: boolean) {
  const inputs = [byAddress(bases[0]), byAddress(bases[1])] as const;
  const unchanged = bases.every(
    (basis, side) => hashJudgments(scoreInput(basis)) === outcomes[side]?.result.judgmentsHash,
  );
  const minimum = live ? 0 : Math.max(...outcomes.map(({ result }) => result.report.minimumGroup));
  const { functions, overall } = compare(inputs[0], inputs[1]);
  const seen = unchanged ? functions : [];
  const same = new Map(sameExperts(inputs[0], inputs[1]).map(({ key, ...rest }) => [key, rest]));
  return {
    functions: new Map(
      seen.filter((fn) => isLargeEnough(fn, minimum)).map((fn): [string, ComparedTest] => [fn.key, pick(fn)]),
    ),
    same: new Map(
      seen.flatMap((fn): [string, ComparedSame][] => {
        const found = same.get(fn.key);
        return found && hidesEverybody(fn, minimum) ? [[fn.key, found]] : [];
      }),
    ),
    tested: overall.tested,
    significance: overall.significance,
  };
}

function isLargeEnough({ test, n, nBefore, nAfter }: FunctionComparison, minimum: number): boolean {
  return (test !== "paired" || n >= minimum) && nBefore >= minimum && nAfter >= minimum;
}

/**
 * The level of some of a panel, beside that of all of it, also tells of the others: both groups must be large enough,
 * unless there is nobody in the second one.
 */
function hidesEverybody({ overlap, nBefore, nAfter }: FunctionComparison, minimum: number): boolean {
  const others = [nBefore - overlap, nAfter - overlap];
  return overlap >= minimum && others.every((n) => n === 0 || n >= minimum);
}

function pick(fn: FunctionComparison): ComparedTest {
  const { test, n, nBefore, nAfter, p, pHolm, smallestReachableP, exact } = fn;
  const { superiority, cliffsDelta, verdict } = fn;
  return {
    ...{ test, n, nBefore, nAfter, p, pHolm, smallestReachableP, exact },
    ...{ superiority, cliffsDelta, verdict },
  };
}

/** The same person has another member id on every panel, but one address. */
function byAddress(basis: Basis): ScoreInput {
  const addressOf = new Map(basis.members.map(({ id, email }) => [id, email]));
  const rename = (id: string) => addressOf.get(id) ?? id;
  const input = scoreInput(basis);
  return {
    ...input,
    raters: input.raters.map((rater) => ({ ...rater, key: rename(rater.key) })),
    judgments: input.judgments.map((judgment) => ({ ...judgment, rater: rename(judgment.rater) })),
  };
}
