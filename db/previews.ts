import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "./client";
import { prepared } from "./prepared";
import { preview } from "./schema";

export type Preview = typeof preview.$inferSelect;

const previewsOf = prepared((db) =>
  db
    .select()
    .from(preview)
    .where(eq(preview.assessmentId, sql.placeholder("assessmentId")))
    .orderBy(desc(preview.number))
    .prepare(),
);

/** Every preview of an assessment, the newest first. */
export function listPreviews(db: Db, assessmentId: string): Preview[] {
  return previewsOf(db).all({ assessmentId });
}

/** The preview that the company can look at now. */
export function findRunningPreview(db: Db, assessmentId: string): Preview | undefined {
  return db
    .select()
    .from(preview)
    .where(and(eq(preview.assessmentId, assessmentId), isNull(preview.endedAt)))
    .orderBy(desc(preview.number))
    .limit(1)
    .get();
}

export function insertPreview(db: Db, row: typeof preview.$inferInsert): void {
  db.insert(preview).values(row).run();
}

/** Ends the preview that is going on; returns whether there was one. */
export function endPreviews(db: Db, assessmentId: string, at: Date): boolean {
  const running = and(eq(preview.assessmentId, assessmentId), isNull(preview.endedAt));
  return db.update(preview).set({ endedAt: at }).where(running).run().changes > 0;
}
