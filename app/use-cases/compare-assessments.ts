import type { Assessment } from "#db/assessments";
import { PAIRING_FROM } from "#rubric/scoring/change-test";
import { type FunctionComparison, compare as test } from "#rubric/scoring/compare";
import type { ScoreInput } from "#rubric/scoring/types";
import type { Locale } from "~/i18n/locale";
import { readCompanyAssessments } from "./assessments";
import { whyIncomparable } from "./comparability";
import type { ScopedContext } from "./context";
import { Refusal } from "./errors";
import { type Edition, type Outcome, readOutcome } from "./outcome";
import { type Basis, hashJudgments, readBasis, scoreInput } from "./results";
import { rubricOf } from "./rubrics";

/** An assessment that can be chosen for a comparison. */
export type Choice = {
  id: string;
  title: string;
  asOf: string;
  rubric: { key: string; version: string; name: string };
};

export type ComparedSide = Choice & {
  edition: Edition;
  typical: number | null;
  attained: number | null;
  members: number;
};

/** What the test says; null where it would show what single persons said, or the judgments have changed since. */
export type ComparedTest = Pick<
  FunctionComparison,
  | "test"
  | "n"
  | "overlap"
  | "p"
  | "pHolm"
  | "smallestReachableP"
  | "exact"
  | "superiority"
  | "verdict"
  | "reason"
>;

export type ComparedFunction = {
  key: string;
  name: string;
  before: number | null;
  after: number | null;
  delta: number | null;
  test: ComparedTest | null;
};

export type Compared = {
  before: ComparedSide;
  after: ComparedSide;
  levels: { number: number; name: string }[];
  functions: ComparedFunction[];
  /** People on both panels, told by their e-mail address. */
  shared: number;
  /** Functions with a test: what the correction for many tests counts. */
  tested: number;
  significance: number;
  /** From this many people on both panels the test is paired. */
  pairingFrom: number;
};

type Reader = { live: boolean; locale: Locale };

/** The assessments of a company that the reader may compare, oldest first. */
export function readChoices(context: ScopedContext, companyId: string, reader: Reader): Choice[] {
  return readable(context, companyId, reader).map(({ choice }) => choice);
}

/**
 * Two assessments of one company side by side. The levels are read as they were published; the tests are computed
 * from the same judgments, paired by e-mail address across the panels.
 * @throws Refusal "not-found"; "not-comparable" with `why`: "same", "other-rubric" or "other-version"
 */
export function compareAssessments(
  context: ScopedContext,
  companyId: string,
  ids: { before: string; after: string },
  reader: Reader,
): Compared {
  const all = readable(context, companyId, reader);
  const [before, after] = [ids.before, ids.after].map((id) => all.find(({ choice }) => choice.id === id));
  if (!before || !after) throw new Refusal("not-found");
  const why = before === after ? "same" : whyIncomparable(before.assessment, after.assessment);
  if (why) throw new Refusal("not-comparable", { why });
  const rubric = rubricOf(context, after.assessment);
  const bases = [readBasis(context, before.assessment), readBasis(context, after.assessment)] as const;
  const tests = testsOf(bases, [before.outcome, after.outcome], reader.live);
  return {
    before: sideOf(before, bases[0]),
    after: sideOf(after, bases[1]),
    levels: rubric.levels.map(({ name }, index) => ({ number: index + 1, name: name[reader.locale] })),
    functions: rubric.functions.map(({ key, name }) => {
      const [was, is] = [levelIn(before.outcome, key), levelIn(after.outcome, key)];
      const delta = was === null || is === null ? null : is - was;
      const test = tests.functions.get(key) ?? null;
      return { key, name: name[reader.locale], before: was, after: is, delta, test };
    }),
    shared: sharedMembers(bases),
    tested: tests.tested,
    significance: tests.significance,
    pairingFrom: PAIRING_FROM,
  };
}

type Readable = { assessment: Assessment; outcome: Outcome; choice: Choice };

function readable(context: ScopedContext, companyId: string, { live, locale }: Reader): Readable[] {
  const settled = readCompanyAssessments(context, companyId, ["closed", "published", "archived"]);
  return settled.flatMap((assessment) => {
    const outcome = readOutcome(context, assessment, live);
    if (!outcome) return [];
    const { id, title, asOf } = assessment;
    const { key, version, name } = rubricOf(context, assessment);
    const choice = { id, title, asOf, rubric: { key, version, name: name[locale] } };
    return [{ assessment, outcome, choice }];
  });
}

function sideOf({ choice, outcome: { edition, result } }: Readable, { members }: Basis): ComparedSide {
  const { typical, attained } = result.score.overall;
  return { ...choice, edition, typical, attained, members: members.length };
}

function levelIn({ result }: Outcome, key: string): number | null {
  return result.score.functions.find((fn) => fn.key === key)?.level ?? null;
}

function testsOf(bases: readonly [Basis, Basis], outcomes: readonly [Outcome, Outcome], live: boolean) {
  const inputs = bases.map(scoreInput);
  const unchanged = inputs.every(
    (input, side) => hashJudgments(input) === outcomes[side]?.result.judgmentsHash,
  );
  const { functions, overall } = test(byAddress(bases[0]), byAddress(bases[1]));
  const minimum = Math.max(...outcomes.map(({ result }) => result.report.minimumGroup));
  const seen = functions.filter((fn) => unchanged && (live || isLargeEnough(fn, minimum)));
  return {
    functions: new Map(seen.map((fn) => [fn.key, pick(fn)])),
    tested: overall.tested,
    significance: overall.significance,
  };
}

function isLargeEnough({ test, n, nBefore, nAfter }: FunctionComparison, minimum: number): boolean {
  return (test !== "paired" || n >= minimum) && nBefore >= minimum && nAfter >= minimum;
}

function pick(fn: FunctionComparison): ComparedTest {
  const { test, n, overlap, p, pHolm, smallestReachableP, exact, superiority, verdict, reason } = fn;
  return { test, n, overlap, p, pHolm, smallestReachableP, exact, superiority, verdict, reason };
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

function sharedMembers([before, after]: readonly [Basis, Basis]): number {
  const addresses = new Set(before.members.map(({ email }) => email));
  return after.members.filter(({ email }) => addresses.has(email)).length;
}
