import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Db } from "./client";
import { prepared } from "./prepared";
import { assessment, company } from "./schema";

/**
 * What an actor may reach: one workspace, and in it all companies (null) or only the named ones. Every query for
 * somebody's data takes a scope and puts it into its WHERE clause, so that another's id finds nothing.
 */
export type Scope = { workspaceId: string; companyIds: string[] | null };

export function companyInScope(scope: Scope): SQL | undefined {
  return and(
    eq(company.workspaceId, scope.workspaceId),
    scope.companyIds ? inArray(company.id, scope.companyIds) : undefined,
  );
}

export function assessmentInScope(scope: Scope): SQL | undefined {
  return and(
    eq(assessment.workspaceId, scope.workspaceId),
    scope.companyIds ? inArray(assessment.companyId, scope.companyIds) : undefined,
  );
}

/** A scope as the conditions of a query that is built once, and the values to be given to each of its runs. */
type Within = { assessment: SQL | undefined; company: SQL | undefined };

const workspaceId = sql.placeholder("workspaceId");
const companyIds = sql`(select value from json_each(${sql.placeholder("companyIds")}))`;
const WHOLE: Within = {
  assessment: eq(assessment.workspaceId, workspaceId),
  company: eq(company.workspaceId, workspaceId),
};
const NAMED: Within = {
  assessment: and(WHOLE.assessment, inArray(assessment.companyId, companyIds)),
  company: and(WHOLE.company, inArray(company.id, companyIds)),
};

/** The same as `prepared` for a query within a scope, whose runs are given `scopeValues` too. */
export function preparedWithin<Query>(build: (db: Db, within: Within) => Query) {
  const whole = prepared((db) => build(db, WHOLE));
  const named = prepared((db) => build(db, NAMED));
  return (db: Db, scope: Scope): Query => (scope.companyIds ? named(db) : whole(db));
}

/** The values of a scope for a query built by `preparedWithin`. */
export function scopeValues({ workspaceId, companyIds }: Scope): Record<string, string> {
  return { workspaceId, ...(companyIds ? { companyIds: JSON.stringify(companyIds) } : {}) };
}
