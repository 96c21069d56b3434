import type { Assessment } from "#db/assessments";
import type { Db } from "#db/client";
import { type CheckedRow, listNewestChecks, type NamedCheck } from "#db/member-checks";
import { findRunningPreview, listPreviews, type Preview } from "#db/previews";
import { findLabel, latestPublication, type Publication, type PublicationLabel } from "#db/publications";
import type { Result } from "./results";

/** Levels that the company confirms or disputes: those of a publication, or those it was shown before. */
export type CheckEdition = {
  kind: "publication" | "preview";
  number: number;
  at: Date;
  /** Where the answers to it are stored. */
  row: CheckedRow;
  levels: Map<string, number | null>;
  /** Of a publication the preview before it: what was said to that may still count. */
  before: CheckEdition | null;
};

/** What is answered to, as far as finding the answers needs it. */
type Answered = { row: CheckedRow; before: { row: CheckedRow } | null };

/** An answer, and whether it was given to the preview before. */
export type CountedRow = NamedCheck & { before: boolean };

/** What can be answered now: the newest publication while it stands, or a preview that is going on; else null. */
export function openEdition(db: Db, { id, state }: Pick<Assessment, "id" | "state">): CheckEdition | null {
  if (state === "published") {
    const publication = latestPublication(db, id);
    return publication ? publishedEdition(db, publication) : null;
  }
  const preview = state === "closed" ? findRunningPreview(db, id) : undefined;
  return preview ? previewEdition(preview) : null;
}

export function publishedEdition(db: Db, publication: Publication): CheckEdition {
  const result = JSON.parse(publication.result) as Result;
  return editionOf(publication, result, previewBefore(db, publication));
}

/** Which publication is answered to. */
export type Answerable = Pick<PublicationLabel, "id" | "number" | "createdAt">;

/** A publication with the levels that it froze, and the preview before it. */
export function editionOf(
  { id, number, createdAt: at }: Answerable,
  { score }: Result,
  preview: Preview | null,
): CheckEdition {
  const levels = new Map(score.functions.map(({ key, level }) => [key, level]));
  const before = preview && previewEdition(preview);
  return { kind: "publication", number, at, levels, before, row: { publicationId: id } };
}

export function previewEdition({ id, number, createdAt: at, levels }: Preview): CheckEdition {
  const shown = new Map(Object.entries(levels));
  return { kind: "preview", number, at, levels: shown, before: null, row: { previewId: id } };
}

/** The functions that have a level; where there is none there is nothing to confirm or dispute. */
export function askedIn({ levels }: Pick<CheckEdition, "levels">): string[] {
  return [...levels].flatMap(([key, level]) => (level === null ? [] : [key]));
}

/** What is said to an edition; of what was said before it, that of people who have not answered to it since. */
export function readRows(db: Db, { row, before }: Answered): CountedRow[] {
  const now = listNewestChecks(db, row);
  const answered = new Set(now.map(personOn));
  const earlier = before ? listNewestChecks(db, before.row) : [];
  return [
    ...earlier.filter((one) => !answered.has(personOn(one))).map((one) => ({ ...one, before: true })),
    ...now.map((one) => ({ ...one, before: false })),
  ];
}

/** Whether an answer is one to the level that the function has: the level that was checked is still the same. */
export function stillCounts({ levels, before }: CheckEdition, row: CountedRow): boolean {
  return !row.before || before?.levels.get(row.functionKey) === levels.get(row.functionKey);
}

function personOn({ functionKey, userId, memberId }: NamedCheck): string {
  return JSON.stringify([functionKey, userId, memberId]);
}

/** The last preview between the publication before and this one. */
export function previewBefore(db: Db, { assessmentId, number, createdAt }: PublicationLabel): Preview | null {
  const last = listPreviews(db, assessmentId).find((one) => one.createdAt <= createdAt);
  const earlier = last && number > 1 ? findLabel(db, assessmentId, number - 1) : undefined;
  return last && !(earlier && last.createdAt <= earlier.createdAt) ? last : null;
}
