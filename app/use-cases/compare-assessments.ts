import { PAIRING_FROM } from "#rubric/scoring/change-test";
import { whyIncomparable } from "./comparability";
import { type Choice, type Comparable, type Reader, readComparable } from "./comparable";
import { type ComparedSame, type ComparedTest, comparedTests } from "./compared-tests";
import type { ScopedContext } from "./context";
import { Refusal } from "./errors";
import type { Edition, Outcome } from "./outcome";
import { type Basis, readBasis } from "./results";
import { rubricOf } from "./rubrics";

export type ComparedSide = Choice & {
  edition: Edition;
  typical: number | null;
  attained: number | null;
  members: number;
};

/** One of the assessments chosen, with the level of every function. */
export type ComparedWave = ComparedSide & { functions: Record<string, number | null> };

export type ComparedFunction = {
  key: string;
  name: string;
  before: number | null;
  after: number | null;
  delta: number | null;
  /** Null where it would show what single persons said, or the judgments have changed since. */
  test: ComparedTest | null;
  /** The change among those who judged in both; null for the same reasons. */
  same: ComparedSame | null;
};

export type Compared = {
  /** All that were chosen, oldest first. */
  waves: ComparedWave[];
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

/** Which assessments are set side by side, and which two of them are tested. */
export type Chosen = { waves: string[]; before: string; after: string };

/**
 * Assessments of one company side by side, and two of them in detail. The levels are read as they were published; the
 * tests are computed from the same judgments.
 * @throws Refusal "not-found"; "not-comparable" with `why`: "same", "other-rubric" or "other-version" and, for the
 * latter two, the ids of a `first` and a `second` that are measured differently
 */
export function compareAssessments(
  context: ScopedContext,
  companyId: string,
  { waves, before, after }: Chosen,
  reader: Reader,
): Compared {
  const all = readComparable(context, companyId, reader);
  const pair = [before, after].map((id) => all.find(({ choice }) => choice.id === id));
  const chosen = all.filter(({ choice }) => waves.includes(choice.id));
  const [was, is] = pair;
  if (!was || !is || waves.some((id) => all.every(({ choice }) => choice.id !== id))) {
    throw new Refusal("not-found");
  }
  requireComparable([...chosen, was, is]);
  if (was === is) throw new Refusal("not-comparable", { why: "same" });
  const rubric = rubricOf(context, is.assessment);
  const bases = [readBasis(context, was.assessment), readBasis(context, is.assessment)] as const;
  const { functions, same, ...tests } = comparedTests(bases, [was.outcome, is.outcome], reader.live);
  return {
    waves: chosen.map((one) => ({
      ...sideOf(one, readBasis(context, one.assessment)),
      functions: Object.fromEntries(rubric.functions.map(({ key }) => [key, levelIn(one.outcome, key)])),
    })),
    before: sideOf(was, bases[0]),
    after: sideOf(is, bases[1]),
    levels: rubric.levels.map(({ name }, index) => ({ number: index + 1, name: name[reader.locale] })),
    functions: rubric.functions.map(({ key, name }) => {
      const [from, to] = [levelIn(was.outcome, key), levelIn(is.outcome, key)];
      const delta = from === null || to === null ? null : to - from;
      const found = { test: functions.get(key) ?? null, same: same.get(key) ?? null };
      return { key, name: name[reader.locale], before: from, after: to, delta, ...found };
    }),
    shared: sharedMembers(bases),
    ...tests,
    pairingFrom: PAIRING_FROM,
  };
}

/** To be measured alike is to be measured like the first: that holds between any two then. */
function requireComparable([first, ...others]: Comparable[]): void {
  for (const second of others) {
    const why = first && whyIncomparable(first.assessment, second.assessment);
    if (why) {
      throw new Refusal("not-comparable", { why, first: first.choice.id, second: second.choice.id });
    }
  }
}

function sideOf({ choice, outcome: { edition, result } }: Comparable, { members }: Basis): ComparedSide {
  const { typical, attained } = result.score.overall;
  return { ...choice, edition, typical, attained, members: members.length };
}

function levelIn({ result }: Outcome, key: string): number | null {
  return result.score.functions.find((fn) => fn.key === key)?.level ?? null;
}

function sharedMembers([before, after]: readonly [Basis, Basis]): number {
  const addresses = new Set(before.members.map(({ email }) => email));
  return after.members.filter(({ email }) => addresses.has(email)).length;
}
