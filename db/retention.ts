import { and, asc, eq, inArray, isNotNull, lt, lte, ne, or, sql } from "drizzle-orm";
import type { Db } from "./client";
import { ERASED_DOMAIN } from "./personal-data";
import { accountLink, assessment, company, mail, panelMember, session, workspace } from "./schema";

/** For how many months an assessment's panel data are kept; null without a limit, as for samples: they name nobody. */
export function retentionOf(db: Db, assessmentId: string): number | null {
  const row = db
    .select({ months: workspace.retentionMonths, sample: company.sample })
    .from(assessment)
    .innerJoin(workspace, eq(workspace.id, assessment.workspaceId))
    .innerJoin(company, eq(company.id, assessment.companyId))
    .where(eq(assessment.id, assessmentId))
    .get();
  return row && !row.sample ? row.months : null;
}

/** Ended assessments, samples aside, whose panel still has somebody's data and whose workspace sets a period. */
export function listRetained(db: Db, workspaceId?: string) {
  const person = db
    .select({ id: panelMember.id })
    .from(panelMember)
    .where(
      and(
        eq(panelMember.assessmentId, assessment.id),
        ne(panelMember.email, sql`'erased-' || ${panelMember.id} || ${ERASED_DOMAIN}`),
      ),
    );
  return db
    .select({ assessment, months: workspace.retentionMonths })
    .from(assessment)
    .innerJoin(workspace, eq(workspace.id, assessment.workspaceId))
    .innerJoin(company, eq(company.id, assessment.companyId))
    .where(
      and(
        inArray(assessment.state, ["closed", "published", "archived"]),
        eq(company.sample, false),
        sql`exists ${person}`,
        workspaceId === undefined ? isNotNull(workspace.retentionMonths) : eq(workspace.id, workspaceId),
      ),
    )
    .orderBy(asc(assessment.id))
    .all();
}

/**
 * Deletes sessions and one-time links that are over: they open nothing any more and name people and devices. A user's
 * session is also over when it was last used before `idleSince`.
 */
export function deleteEnded(db: Db, now: Date, idleSince: Date): void {
  const idle = and(isNotNull(session.userId), lt(session.lastSeenAt, idleSince));
  db.delete(session)
    .where(or(lte(session.expiresAt, now), idle))
    .run();
  db.delete(accountLink).where(lte(accountLink.expiresAt, now)).run();
}

/** Whether a message is still kept in any form. */
export function hasMail(db: Db, id: string): boolean {
  return db.select({ id: mail.id }).from(mail).where(eq(mail.id, id)).get() !== undefined;
}
