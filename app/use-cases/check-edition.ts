import type { Assessment } from "#db/assessments";
import type { Db } from "#db/client";
import { type CheckedRow, listNewestChecks, type NamedCheck } from "#db/member-checks";
import { findRunningPreview, listPreviews, type Preview } from "#db/previews";
import { findPublication, latestPublication, type Publication } from "#db/publications";
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
  const { id, number, createdAt: at } = publication;
  const levels = frozenLevels(publication);
  const before = previewBefore(db, publication);
  return { kind: "publication", number, at, levels, before, row: { publicationId: id } };
}

export function previewEdition({ id, number, createdAt: at, levels }: Preview): CheckEdition {
  const shown = new Map(Object.entries(levels));
  return { kind: "preview", number, at, levels: shown, before: null, row: { previewId: id } };
}

/** The levels that a publication froze, by function. */
function frozenLevels(publication: Pick<Publication, "result">): Map<string, number | null> {
  const { score } = JSON.parse(publication.result) as Result;
  return new Map(score.functions.map(({ key, level }) => [key, level]));
}

/** The functions that have a level; where there is none there is nothing to confirm or dispute. */
export function askedIn({ levels }: Pick<CheckEdition, "levels">): string[] {
  return [...levels].flatMap(([key, level]) => (level === null ? [] : [key]));
}

/** What is said to an edition; of what was said before it, that of people who have not answered to it since. */
export function readRows(db: Db, { row, before }: CheckEdition): CountedRow[] {
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
function previewBefore(db: Db, { assessmentId, number, createdAt }: Publication): CheckEdition | null {
  const earlier = number > 1 ? findPublication(db, assessmentId, number - 1) : undefined;
  const last = listPreviews(db, assessmentId).find((one) => one.createdAt <= createdAt);
  if (!last || (earlier && last.createdAt <= earlier.createdAt)) return null;
  return previewEdition(last);
}
