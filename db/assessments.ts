import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "./client";
import { assessment, company } from "./schema";
import { assessmentInScope, preparedWithin, type Scope, scopeValues } from "./scope";

export type Assessment = typeof assessment.$inferSelect;
export type NewAssessment = typeof assessment.$inferInsert;
export type AssessmentState = Assessment["state"];

/** An assessment with its company's name. */
export type AssessmentWithCompany = Assessment & { companyName: string };

/** All assessments in scope, newest as-of date first. */
export function listAssessments(db: Db, scope: Scope): AssessmentWithCompany[] {
  return db
    .select({ assessment, companyName: company.name })
    .from(assessment)
    .innerJoin(company, eq(company.id, assessment.companyId))
    .where(assessmentInScope(scope))
    .orderBy(desc(assessment.asOf), asc(assessment.id))
    .all()
    .map((row) => ({ ...row.assessment, companyName: row.companyName }));
}

const ofCompany = preparedWithin((db, within) =>
  db
    .select()
    .from(assessment)
    .where(and(eq(assessment.companyId, sql.placeholder("companyId")), within.assessment))
    .orderBy(asc(assessment.asOf), asc(assessment.createdAt), asc(assessment.id))
    .prepare(),
);

/** A company's assessments in the order of their as-of date, oldest first; optionally only those in some states. */
export function listCompanyAssessments(
  db: Db,
  scope: Scope,
  companyId: string,
  states?: AssessmentState[],
): Assessment[] {
  const all = ofCompany(db, scope).all({ companyId, ...scopeValues(scope) });
  return states ? all.filter(({ state }) => states.includes(state)) : all;
}

const byId = preparedWithin((db, within) =>
  db
    .select({ assessment, companyName: company.name })
    .from(assessment)
    .innerJoin(company, eq(company.id, assessment.companyId))
    .where(and(eq(assessment.id, sql.placeholder("id")), within.assessment))
    .prepare(),
);

export function findAssessment(db: Db, scope: Scope, id: string): AssessmentWithCompany | undefined {
  const row = byId(db, scope).get({ id, ...scopeValues(scope) });
  return row && { ...row.assessment, companyName: row.companyName };
}

export function insertAssessment(db: Db, row: NewAssessment): void {
  db.insert(assessment).values(row).run();
}

/**
 * Changes an assessment, but only while it is in one of `states`. Returns false when it was not (or is not in
 * scope), so that two people pressing at once cannot both succeed.
 */
export function updateAssessment(
  db: Db,
  scope: Scope,
  id: string,
  states: AssessmentState[],
  change: Partial<NewAssessment>,
): boolean {
  const result = db
    .update(assessment)
    .set(change)
    .where(and(eq(assessment.id, id), assessmentInScope(scope), inArray(assessment.state, states)))
    .run();
  return result.changes === 1;
}

export function deleteAssessment(db: Db, scope: Scope, id: string): void {
  db.delete(assessment)
    .where(and(eq(assessment.id, id), assessmentInScope(scope)))
    .run();
}
