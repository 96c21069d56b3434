import type { Assessment, AssessmentState } from "#db/assessments";
import type { ScopedContext } from "./context";
import { readPublication } from "./publish";
import { isReleased } from "./released";
import { computeResult, type Result, readBasis } from "./results";

/** Which edition of a result is read: a numbered, frozen publication, or what the judgments give right now. */
export type Edition =
  | { kind: "publication"; number: number; at: Date }
  | { kind: "live"; state: AssessmentState };

export type Outcome = { edition: Edition; result: Result };

/**
 * The result of an assessment as somebody may read it: the latest publication where it is published, else, for those
 * who may see results that are not published (`live`), computed from the judgments as they stand. Null otherwise.
 */
export function readOutcome(context: ScopedContext, assessment: Assessment, live: boolean): Outcome | null {
  const publication = isReleased(context, assessment) ? readPublication(context, assessment.id) : null;
  if (publication) {
    const { number, createdAt: at, frozen: result } = publication;
    return { edition: { kind: "publication", number, at }, result };
  }
  if (!live) return null;
  const result = computeResult(readBasis(context, assessment));
  return { edition: { kind: "live", state: assessment.state }, result };
}
