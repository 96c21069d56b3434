import type { Assessment, AssessmentState } from "#db/assessments";
import type { PublicationHead, ReportTexts } from "#db/schema";
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
  /** What it was about and called when it was published; null for what is not. */
  head: PublicationHead | null;
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
  return { edition: { kind: "live", state }, result, head: null, texts: readTexts(context, id).texts };
}

/** A publication as the result that is read. */
export function frozenOutcome({ number, createdAt: at, frozen, head, texts }: FrozenPublication): Outcome {
  return { edition: { kind: "publication", number, at }, result: frozen, head, texts };
}

/** The assessment under the title, date and names that the outcome was published with. */
export function asPublished<A extends Pick<Assessment, "title" | "asOf">>(
  assessment: A,
  { head }: Pick<Outcome, "head">,
): A {
  if (!head) return assessment;
  const { company: companyName, ...rest } = head;
  return { ...assessment, ...rest, companyName };
}
