import { and, eq, isNull } from "drizzle-orm";
import type { Db } from "./client";
import { membership } from "./schema";

/**
 * Takes a role away: one over a company, or (`companyId` null) one over the whole workspace. The owner's role is
 * never taken. Returns false when there was no such role.
 */
export function deleteRole(
  db: Db,
  workspaceId: string,
  companyId: string | null,
  membershipId: string,
): boolean {
  const { role } = membership;
  const scope =
    companyId === null
      ? and(isNull(membership.companyId), eq(role, "consultant"))
      : eq(membership.companyId, companyId);
  const result = db
    .delete(membership)
    .where(and(eq(membership.id, membershipId), eq(membership.workspaceId, workspaceId), scope))
    .run();
  return result.changes === 1;
}
