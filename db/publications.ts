import { and, desc, eq, sql } from "drizzle-orm";
import type { Db } from "./client";
import { prepared } from "./prepared";
import { publication, rubricSnapshot, user } from "./schema";

export type Publication = typeof publication.$inferSelect;

const latestOf = prepared((db) =>
  db
    .select()
    .from(publication)
    .where(eq(publication.assessmentId, sql.placeholder("assessmentId")))
    .orderBy(desc(publication.number))
    .limit(1)
    .prepare(),
);

export function latestPublication(db: Db, assessmentId: string): Publication | undefined {
  return latestOf(db).get({ assessmentId });
}

export function findPublication(db: Db, assessmentId: string, number: number): Publication | undefined {
  return db
    .select()
    .from(publication)
    .where(and(eq(publication.assessmentId, assessmentId), eq(publication.number, number)))
    .get();
}

/** Every publication of an assessment, the newest first. */
export function listPublications(db: Db, assessmentId: string): Publication[] {
  return db
    .select()
    .from(publication)
    .where(eq(publication.assessmentId, assessmentId))
    .orderBy(desc(publication.number))
    .all();
}

/** The same without the results, which are large; with who published each, null for somebody who is gone. */
export function listVersions(db: Db, assessmentId: string) {
  const { number, createdAt, judgmentsHash, methodName, methodVersion } = publication;
  return db
    .select({
      ...{ number, createdAt, judgmentsHash, methodName, methodVersion },
      ...{ rubricVersion: rubricSnapshot.version, by: user.name },
    })
    .from(publication)
    .innerJoin(rubricSnapshot, eq(rubricSnapshot.hash, publication.rubricHash))
    .leftJoin(user, eq(user.id, publication.createdBy))
    .where(eq(publication.assessmentId, assessmentId))
    .orderBy(desc(publication.number))
    .all();
}

export function insertPublication(db: Db, row: typeof publication.$inferInsert): void {
  db.insert(publication).values(row).run();
}

export function findSnapshot(db: Db, hash: string) {
  return db.select().from(rubricSnapshot).where(eq(rubricSnapshot.hash, hash)).get();
}

/** Keeps a rubric's text under its hash; a hash already kept is left as it is. */
export function keepSnapshot(db: Db, row: typeof rubricSnapshot.$inferInsert): void {
  db.insert(rubricSnapshot).values(row).onConflictDoNothing().run();
}
