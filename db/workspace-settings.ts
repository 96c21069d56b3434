import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Db } from "./client";
import { membership, session, user, workspace } from "./schema";

export type WorkspaceSettings = Pick<
  typeof workspace.$inferSelect,
  "name" | "secondFactorRequired" | "retentionMonths"
>;

export function updateWorkspace(db: Db, id: string, change: Partial<WorkspaceSettings>): void {
  db.update(workspace).set(change).where(eq(workspace.id, id)).run();
}

/** Owners and consultants of the workspace who have no second factor. */
export function listStaffWithoutSecondFactor(db: Db, workspaceId: string): string[] {
  return db
    .select({ id: user.id })
    .from(membership)
    .innerJoin(user, eq(user.id, membership.userId))
    .where(
      and(
        eq(membership.workspaceId, workspaceId),
        isNull(membership.companyId),
        isNull(user.totpSecret),
        isNull(user.disabledAt),
      ),
    )
    .all()
    .map(({ id }) => id);
}

export function deleteSessionsOf(db: Db, userIds: string[]): void {
  db.delete(session).where(inArray(session.userId, userIds)).run();
}
