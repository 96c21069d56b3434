import type { Assessment, AssessmentState } from "#db/assessments";
import type { ReportTexts } from "#db/schema";
import type { ScopedContext } from "./context";
import { type FrozenPublication, readPublication } from "./publish";
import { isReleased } from "./released";
import { readTexts } from "./report-texts";
import { computeResult, type Result, readBasis } from "./results";

/** Which edition of a result is read: a numbered, frozen publication, or what the judgments give right now. */
export type Edition =
  | { kind: "publication"; number: number; at: Date }
  | { kind: "live"; state: AssessmentState };

export type Outcome = {
  edition: Edition;
  result: Result;
  /** What the consultant writes beside it: as published, or as drafted for the next publication. */
  texts: ReportTexts;
};

/**
 * The result of an assessment as somebody may read it: the latest publication where it is published, else, for those
 * who may see results that are not published (`live`), computed from the judgments as they stand. With a `version`
 * that publication, also an older one; of what is withdrawn only for those with `live`. Null otherwise.
 */
export function readOutcome(
  context: ScopedContext,
  assessment: Assessment,
  live: boolean,
  version: number | null = null,
): Outcome | null {
  const { id, state } = assessment;
  if (isReleased(context, assessment) || (live && version !== null)) {
    const publication = readPublication(context, id, version);
    if (publication) return frozenOutcome(publication);
  }
  if (!live || version !== null) return null;
  const result = computeResult(readBasis(context, assessment));
  return { edition: { kind: "live", state }, result, texts: readTexts(context, id).texts };
}

/** A publication as the result that is read. */
export function frozenOutcome({ number, createdAt: at, frozen: result, texts }: FrozenPublication): Outcome {
  return { edition: { kind: "publication", number, at }, result, texts };
}
