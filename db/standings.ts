import { and, desc, eq, lt, type SQL, sql } from "drizzle-orm";
import type { Db } from "./client";
import { assessment, publication, standing } from "./schema";

/** The newest publication of each assessment that its company's readers may see: published, or archived as such. */
const newestReleased = sql`${publication.number} = (select max(newer.number) from ${publication} as newer
  where newer.assessment_id = ${publication.assessmentId}) and ${assessment.state} in ('published', 'archived')`;

function released(db: Db, which: SQL | undefined) {
  return db
    .select({ publicationId: publication.id, assessment })
    .from(assessment)
    .innerJoin(publication, eq(publication.assessmentId, assessment.id))
    .where(and(which, newestReleased))
    .orderBy(desc(assessment.asOf), desc(assessment.createdAt), desc(assessment.id))
    .limit(1)
    .get();
}

/**
 * Writes down what is now published of a company last, and what before it by the same rubric and version. Call inside
 * `transact` with whatever changes that: publishing, withdrawing, archiving, changing a date, removing.
 */
export function refreshStanding(db: Db, companyId: string): void {
  const ofCompany = eq(assessment.companyId, companyId);
  const last = released(db, ofCompany);
  if (!last) {
    db.delete(standing).where(eq(standing.companyId, companyId)).run();
    return;
  }
  const { rubricKey, rubricVersion, asOf } = last.assessment;
  const sameMeasure = and(eq(assessment.rubricKey, rubricKey), eq(assessment.rubricVersion, rubricVersion));
  const before = released(db, and(ofCompany, sameMeasure, lt(assessment.asOf, asOf)));
  const row = { publicationId: last.publicationId, previousId: before?.publicationId ?? null };
  db.insert(standing)
    .values({ companyId, ...row })
    .onConflictDoUpdate({ target: standing.companyId, set: row })
    .run();
}

/** The publication that is a company's latest, with its assessment; undefined while nothing is published. */
export function findStanding(db: Db, companyId: string) {
  return db
    .select({ publication, assessment })
    .from(standing)
    .innerJoin(publication, eq(publication.id, standing.publicationId))
    .innerJoin(assessment, eq(assessment.id, publication.assessmentId))
    .where(eq(standing.companyId, companyId))
    .get();
}
