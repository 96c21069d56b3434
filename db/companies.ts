import { and, asc, eq, sql } from "drizzle-orm";
import type { Db } from "./client";
import { company } from "./schema";
import { companyInScope, preparedWithin, type Scope, scopeValues } from "./scope";

export type Company = typeof company.$inferSelect;
export type NewCompany = typeof company.$inferInsert;

export function listCompanies(db: Db, scope: Scope): Company[] {
  return db
    .select()
    .from(company)
    .where(companyInScope(scope))
    .orderBy(asc(company.name), asc(company.id))
    .all();
}

const byId = preparedWithin((db, within) =>
  db
    .select()
    .from(company)
    .where(and(eq(company.id, sql.placeholder("id")), within.company))
    .prepare(),
);

export function findCompany(db: Db, scope: Scope, id: string): Company | undefined {
  return byId(db, scope).get({ id, ...scopeValues(scope) });
}

export function insertCompany(db: Db, row: NewCompany): void {
  db.insert(company).values(row).run();
}

export function updateCompany(db: Db, scope: Scope, id: string, change: Partial<NewCompany>): void {
  db.update(company)
    .set(change)
    .where(and(eq(company.id, id), companyInScope(scope)))
    .run();
}

/** Deletes the company with everything that hangs on it. */
export function deleteCompany(db: Db, scope: Scope, id: string): void {
  db.delete(company)
    .where(and(eq(company.id, id), companyInScope(scope)))
    .run();
}
