import type { Assessment } from "#db/assessments";
import { readCompanyAssessments } from "./assessments";
import { whyIncomparable } from "./comparability";
import type { ScopedContext } from "./context";

/** The assessments of the same company before this one that were made with the same measure, the nearest first. */
export function earlierAssessments(context: ScopedContext, assessment: Assessment): Assessment[] {
  return readCompanyAssessments(context, assessment.companyId)
    .filter(
      (other) =>
        other.id !== assessment.id && other.asOf < assessment.asOf && !whyIncomparable(other, assessment),
    )
    .reverse();
}
