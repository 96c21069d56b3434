import type { LeaveOneOut, NumberChange, Sensitivity, WeightCheck } from "#rubric/scoring/types";

/** What leaving out any single member could do; `members` is for how many of them it would. */
export type SingleChange = { from: number | null; to: (number | null)[]; members: number };

/** What would change without one member, by name. */
export type NamedChange = Pick<LeaveOneOut, "functions" | "overall"> & { name: string | null };

/**
 * The sensitivity section. Which function and which overall number hang on a single member is told apart, so that
 * what one person said of one function cannot be joined to what the same person said of another.
 */
export type SensitivityView = {
  /** Members with at least one judgment. */
  members: number;
  functions: ({ key: string } & SingleChange)[];
  typical: SingleChange | null;
  attained: SingleChange | null;
  /** By member, for those who may know; null for others. */
  named: NamedChange[] | null;
  expertWeight: WeightCheck;
  confidence: WeightCheck;
};

type SensitivityInput = {
  sensitivity: Sensitivity;
  /** The functions whose judgments the reader may see, in the order of the report. */
  visible: readonly string[];
  /** Names by member id; null where names are not for the reader. */
  names: ReadonlyMap<string, string> | null;
};

export function sensitivityView({ sensitivity, visible, names }: SensitivityInput): SensitivityView {
  const { leaveOneOut, expertWeight, confidence } = sensitivity;
  const named = leaveOneOut
    .filter(({ changes }) => changes)
    .map(({ rater, functions, overall }) => ({ name: names?.get(rater) ?? null, functions, overall }));
  return {
    members: leaveOneOut.length,
    functions: visible.flatMap((key) => {
      const changes = leaveOneOut.flatMap(({ functions }) => functions.filter((one) => one.key === key));
      const change = joined(changes);
      return change ? [{ key, ...change }] : [];
    }),
    typical: joined(leaveOneOut.flatMap(({ overall }) => overall.typical ?? [])),
    attained: joined(leaveOneOut.flatMap(({ overall }) => overall.attained ?? [])),
    named: names ? named : null,
    expertWeight: onlyVisible(expertWeight, visible),
    confidence: onlyVisible(confidence, visible),
  };
}

function joined(changes: NumberChange[]): SingleChange | null {
  const [first] = changes;
  if (!first) return null;
  const to = [...new Set(changes.map((change) => change.to))].sort((a, b) => (a ?? 0) - (b ?? 0));
  return { from: first.from, to, members: changes.length };
}

function onlyVisible(check: WeightCheck, visible: readonly string[]): WeightCheck {
  return { ...check, functions: check.functions.filter(({ key }) => visible.includes(key)) };
}
