import { and, eq } from "drizzle-orm";
import type { Db } from "./client";
import { reportDraft, user } from "./schema";

export type ReportDraft = typeof reportDraft.$inferSelect;

/** The texts for the next publication of an assessment, with who wrote last (null for somebody who is gone). */
export function findReportDraft(
  db: Db,
  assessmentId: string,
): (ReportDraft & { by: string | null }) | undefined {
  const found = db
    .select({ draft: reportDraft, by: user.name })
    .from(reportDraft)
    .leftJoin(user, eq(user.id, reportDraft.updatedBy))
    .where(eq(reportDraft.assessmentId, assessmentId))
    .get();
  return found && { ...found.draft, by: found.by };
}

/** Stores the texts over the version `base` (0: there are none yet). False where another version stands by now. */
export function storeReportDraft(db: Db, base: number, row: typeof reportDraft.$inferInsert): boolean {
  if (base === 0) return db.insert(reportDraft).values(row).onConflictDoNothing().run().changes > 0;
  const { assessmentId, ...change } = row;
  const stands = and(eq(reportDraft.assessmentId, assessmentId), eq(reportDraft.version, base));
  return db.update(reportDraft).set(change).where(stands).run().changes > 0;
}
