import { and, eq, inArray, type SQL } from "drizzle-orm";
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
