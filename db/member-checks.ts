import { and, asc, eq, sql } from "drizzle-orm";
import type { Db } from "./client";
import { assessment, company, memberCheck, publication, user } from "./schema";

export type MemberCheck = typeof memberCheck.$inferSelect;
export type CheckAnswer = MemberCheck["answer"];

// "is" and not "=": the answers of an account that is gone have no user, and still only the newest counts.
const isNewest = sql`${memberCheck.id} = (select max(newer.id) from ${memberCheck} as newer
  where newer.publication_id = ${memberCheck.publicationId} and newer.function_key = ${memberCheck.functionKey}
    and newer.user_id is ${memberCheck.userId})`;

/** What counts for a publication: everybody's newest answer to each function, in the order they were given. */
export function listNewestChecks(db: Db, publicationId: string): (MemberCheck & { name: string | null })[] {
  return db
    .select({ check: memberCheck, name: user.name })
    .from(memberCheck)
    .leftJoin(user, eq(user.id, memberCheck.userId))
    .where(and(eq(memberCheck.publicationId, publicationId), isNewest))
    .orderBy(asc(memberCheck.id))
    .all()
    .map(({ check, name }) => ({ ...check, name }));
}

/** Adds an answer; earlier ones stay. */
export function appendCheck(db: Db, row: Omit<typeof memberCheck.$inferInsert, "id">): void {
  db.insert(memberCheck).values(row).run();
}

/** Every answer a person ever gave, superseded ones too, with what it was about. */
export function listUserChecks(db: Db, userId: string) {
  const { functionKey, answer, comment, createdAt } = memberCheck;
  return db
    .select({
      company: company.name,
      assessment: assessment.title,
      publication: publication.number,
      ...{ functionKey, answer, comment, createdAt },
    })
    .from(memberCheck)
    .innerJoin(publication, eq(publication.id, memberCheck.publicationId))
    .innerJoin(assessment, eq(assessment.id, publication.assessmentId))
    .innerJoin(company, eq(company.id, assessment.companyId))
    .where(eq(memberCheck.userId, userId))
    .orderBy(asc(memberCheck.id))
    .all();
}
