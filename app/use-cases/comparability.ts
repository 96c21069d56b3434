import type { Assessment } from "#db/assessments";

type Measured = Pick<Assessment, "rubricKey" | "rubricVersion">;

/** Why two assessments cannot be compared: other questions were asked, or the same ones in other words. */
export type Incomparable = "other-rubric" | "other-version";

/**
 * Whether two assessments were made with the same measure, or why not. Versions of one rubric are different measures,
 * because their descriptors differ and nothing says which level of one is which of the other.
 */
export function whyIncomparable(a: Measured, b: Measured): Incomparable | null {
  if (a.rubricKey !== b.rubricKey) return "other-rubric";
  return a.rubricVersion === b.rubricVersion ? null : "other-version";
}
