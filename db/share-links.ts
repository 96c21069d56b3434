import { and, desc, eq, gt, isNull, sql } from "drizzle-orm";
import type { Db } from "./client";
import { assessment, shareLink } from "./schema";
import { assessmentInScope, type Scope } from "./scope";

export type ShareLink = typeof shareLink.$inferSelect;

export function insertShareLink(db: Db, row: typeof shareLink.$inferInsert): void {
  db.insert(shareLink).values(row).run();
}

/** An assessment's links, the newest first. */
export function listShareLinks(db: Db, scope: Scope, assessmentId: string): ShareLink[] {
  return db
    .select({ link: shareLink })
    .from(shareLink)
    .innerJoin(assessment, eq(assessment.id, shareLink.assessmentId))
    .where(and(eq(shareLink.assessmentId, assessmentId), assessmentInScope(scope)))
    .orderBy(desc(shareLink.createdAt), desc(sql`${shareLink}.rowid`))
    .all()
    .map(({ link }) => link);
}

/** The link of a token, unless it was revoked or has expired, and where what it leads to is. */
export function findLiveShareLink(
  db: Db,
  tokenHash: string,
  now: Date,
): { link: ShareLink; workspaceId: string; companyId: string } | undefined {
  return db
    .select({ link: shareLink, workspaceId: assessment.workspaceId, companyId: assessment.companyId })
    .from(shareLink)
    .innerJoin(assessment, eq(assessment.id, shareLink.assessmentId))
    .where(and(eq(shareLink.tokenHash, tokenHash), isNull(shareLink.revokedAt), gt(shareLink.expiresAt, now)))
    .get();
}

/** Returns whether there was one that was not revoked before. */
export function revokeShareLink(db: Db, assessmentId: string, id: string, now: Date): boolean {
  const its = and(
    eq(shareLink.id, id),
    eq(shareLink.assessmentId, assessmentId),
    isNull(shareLink.revokedAt),
  );
  return db.update(shareLink).set({ revokedAt: now }).where(its).run().changes > 0;
}

/** One more opening, whoever else opens at the same time. */
export function countShareLinkOpening(db: Db, id: string, now: Date): void {
  db.update(shareLink)
    .set({ openedCount: sql`${shareLink.openedCount} + 1`, openedAt: now })
    .where(eq(shareLink.id, id))
    .run();
}
