import type { Assessment } from "#db/assessments";
import { transact } from "#db/client";
import { listPanelPersons, overwriteDeleted } from "#db/personal-data";
import { deleteEnded, hasMail, listRetained, retentionOf } from "#db/retention";
import { audit, type ScopedContext, type UseCaseContext } from "./context";
import { erasePersons } from "./erase-personal-data";
import { discardFiles } from "./evidence-files";
import { USER_SESSION } from "./sessions";

/** What a run did: the assessments whose panels are nameless now, and how many people that were. */
export type Expiry = { assessments: number; members: number };

/**
 * Erases the personal data of the panels of all assessments that ended longer ago than their workspace keeps them, as
 * one transaction, with a note in the log for each. Running again finds nothing left to do.
 */
export function eraseExpired(context: UseCaseContext): Expiry {
  overwriteDeleted(context.db);
  const { files, ...expiry } = transact(context.db, () => {
    const due = listRetained(context.db).filter(({ assessment, months }) =>
      isDue(assessment, months, context.now),
    );
    const erased = due.map(({ assessment, months }) => {
      const persons = listPanelPersons(context.db, assessment.id).filter((person) => !person.erased);
      const gone = erasePersons(context, assessment.id, assessment.language, persons);
      const object = { kind: "assessment", id: assessment.id };
      const detail = { members: persons.length, months };
      audit(context, assessment.workspaceId, "personal-data.expire", object, detail);
      return { members: persons.length, gone };
    });
    return {
      assessments: due.length,
      members: erased.reduce((sum, { members }) => sum + members, 0),
      files: erased.flatMap(({ gone }) => gone),
    };
  });
  discardFiles(context, files);
  return expiry;
}

/** Deletes sessions and one-time links that are over. */
export function sweepEnded(context: UseCaseContext): void {
  const idleSince = new Date(context.now.getTime() - USER_SESSION.idle);
  transact(context.db, () => deleteEnded(context.db, context.now, idleSince));
}

/** Of the given messages those that are not kept any more. */
export function forgottenMail(context: UseCaseContext, ids: string[]): string[] {
  return ids.filter((id) => !hasMail(context.db, id));
}

/** How many assessments of the workspace would lose their names at once if data were kept for `months`. */
export function countExpiring(context: ScopedContext, months: number | null): number {
  return listRetained(context.db, context.scope.workspaceId).filter(({ assessment }) =>
    isDue(assessment, months, context.now),
  ).length;
}

/** For how long a panel's data are kept: the months after the end, and, once it has ended, the moment itself. */
export type Retention = { months: number | null; until: Date | null };

export function readRetention(context: UseCaseContext, assessment: Assessment): Retention {
  const months = retentionOf(context.db, assessment.id);
  return { months, until: hasEnded(assessment) ? expiryOf(assessment, months) : null };
}

/** Whether nobody judges any more. A reopened assessment keeps the moment of its last end, but has not ended. */
export function hasEnded({ state }: Pick<Assessment, "state">): boolean {
  return state === "closed" || state === "published" || state === "archived";
}

/** The moment from which the data of an assessment that has ended are erased; null where they are kept. */
export function expiryOf(
  { closedAt, publishedAt, archivedAt }: Pick<Assessment, "closedAt" | "publishedAt" | "archivedAt">,
  months: number | null,
): Date | null {
  const ended = closedAt ?? publishedAt ?? archivedAt;
  return ended && months !== null ? addMonths(ended, months) : null;
}

function isDue(assessment: Assessment, months: number | null, now: Date): boolean {
  const expiry = expiryOf(assessment, months);
  return expiry !== null && expiry <= now;
}

/** The same day and time (UTC) `months` later; the month's last day where it has no such day. */
function addMonths(moment: Date, months: number): Date {
  const later = new Date(moment);
  later.setUTCMonth(later.getUTCMonth() + months);
  // 31 January plus one month runs over into March: back to the last day of the month that was meant.
  if (later.getUTCDate() !== moment.getUTCDate()) later.setUTCDate(0);
  return later;
}
