import { and, asc, desc, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "./client";
import { assessment, company } from "./schema";
import { assessmentInScope, companyInScope, type Scope } from "./scope";

/** A part of a text in any case; a percent sign or an underscore that somebody types means itself. */
export function contains(column: typeof company.name | typeof assessment.title, part: string): SQL {
  return sql`${column} like ${`%${part.replace(/[\\%_]/g, "\\$&")}%`} escape '\\'`;
}

/** Companies in scope by a part of their name. */
export function searchCompanies(db: Db, scope: Scope, part: string, limit: number) {
  return db
    .select({ id: company.id, name: company.name })
    .from(company)
    .where(and(companyInScope(scope), contains(company.name, part)))
    .orderBy(sql`${company.name} collate nocase`, asc(company.id))
    .limit(limit)
    .all();
}

/** Assessments in scope by a part of their title or of their company's name, the newest first. */
export function searchAssessments(
  db: Db,
  scope: Scope,
  part: string,
  { limit, states }: { limit: number; states?: (typeof assessment.$inferSelect)["state"][] },
) {
  const { id, title, asOf, state } = assessment;
  return db
    .select({ id, title, asOf, state, companyName: company.name })
    .from(assessment)
    .innerJoin(company, eq(company.id, assessment.companyId))
    .where(
      and(
        assessmentInScope(scope),
        or(contains(title, part), contains(company.name, part)),
        states ? inArray(state, states) : undefined,
      ),
    )
    .orderBy(desc(asOf), asc(id))
    .limit(limit)
    .all();
}
