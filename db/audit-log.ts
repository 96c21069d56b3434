import { and, desc, eq, inArray, isNull, lt, or, type SQL } from "drizzle-orm";
import type { AuditEvent } from "./audit";
import type { Db } from "./client";
import { assessment, auditEvent, company, membership, panelMember, user } from "./schema";

/** Whose events: a user's (what they did, and what was done to their account), or those of a kind of actor. */
export type AuditActor = { kind: AuditEvent["actorKind"]; id: string | null };

export type AuditFilter = { action?: string; actor?: AuditActor };

/**
 * A workspace's events, newest first, those before the id `before`. Events without a workspace (signing in, second
 * factor) belong to the user they are about, and are in the log of every workspace in which that user has a role.
 */
export function listAudit(
  db: Db,
  workspaceId: string,
  page: AuditFilter & { before?: number; limit: number },
): AuditEvent[] {
  const matches = and(
    page.before === undefined ? undefined : lt(auditEvent.id, page.before),
    page.action === undefined ? undefined : eq(auditEvent.action, page.action),
    page.actor && isBy(page.actor),
  );
  const newest = (where: SQL | undefined) =>
    db
      .select()
      .from(auditEvent)
      .where(and(where, matches))
      .orderBy(desc(auditEvent.id))
      .limit(page.limit)
      .all();
  const members = db
    .select({ id: membership.userId })
    .from(membership)
    .where(eq(membership.workspaceId, workspaceId));
  const ofWorkspace = newest(eq(auditEvent.workspaceId, workspaceId));
  const ofMembers = newest(
    and(
      isNull(auditEvent.workspaceId),
      eq(auditEvent.objectKind, "user"),
      inArray(auditEvent.objectId, members),
    ),
  );
  // Two ordered reads by the same index and a merge: one query for both would sort the whole log for every page.
  return [...ofWorkspace, ...ofMembers].sort((a, b) => b.id - a.id).slice(0, page.limit);
}

function isBy({ kind, id }: AuditActor): SQL | undefined {
  if (id === null) return eq(auditEvent.actorKind, kind);
  const did = and(eq(auditEvent.actorKind, kind), eq(auditEvent.actorId, id));
  return kind === "user" ? or(did, and(eq(auditEvent.objectKind, "user"), eq(auditEvent.objectId, id))) : did;
}

/** Everything a user did and everything done to their account, oldest first. */
export function listUserEvents(db: Db, userId: string): AuditEvent[] {
  return db
    .select()
    .from(auditEvent)
    .where(isBy({ kind: "user", id: userId }))
    .orderBy(auditEvent.id)
    .all();
}

/** Everything done by an assessor or to their place in the panel, oldest first. */
export function listMemberEvents(db: Db, memberId: string): AuditEvent[] {
  const did = and(eq(auditEvent.actorKind, "assessor"), eq(auditEvent.actorId, memberId));
  const about = and(eq(auditEvent.objectKind, "panel-member"), eq(auditEvent.objectId, memberId));
  return db.select().from(auditEvent).where(or(did, about)).orderBy(auditEvent.id).all();
}

/** Names by id, as far as the things still exist and are the workspace's own. */
export type AuditNames = Record<"user" | "company" | "assessment" | "panel-member", Map<string, string>>;

/** What the ids in a workspace's events are called now. People may have left the workspace since. */
export function auditNames(db: Db, workspaceId: string, events: AuditEvent[]): AuditNames {
  const idsOf = (kind: string, actorKind?: string) => [
    ...new Set([
      ...events.filter(({ objectKind }) => objectKind === kind).map(({ objectId }) => objectId),
      ...events.flatMap((event) => (event.actorKind === actorKind && event.actorId ? [event.actorId] : [])),
    ]),
  ];
  const users = inArray(user.id, idsOf("user", "user"));
  const companies = and(inArray(company.id, idsOf("company")), eq(company.workspaceId, workspaceId));
  const own = eq(assessment.workspaceId, workspaceId);
  const assessments = and(inArray(assessment.id, idsOf("assessment")), own);
  const members = and(inArray(panelMember.id, idsOf("panel-member", "assessor")), own);
  const { id, title: name } = assessment;
  return {
    user: byId(db.select({ id: user.id, name: user.name }).from(user).where(users).all()),
    company: byId(db.select({ id: company.id, name: company.name }).from(company).where(companies).all()),
    assessment: byId(db.select({ id, name }).from(assessment).where(assessments).all()),
    "panel-member": byId(
      db
        .select({ id: panelMember.id, name: panelMember.name })
        .from(panelMember)
        .innerJoin(assessment, eq(assessment.id, panelMember.assessmentId))
        .where(members)
        .all(),
    ),
  };
}

function byId(rows: { id: string; name: string }[]): Map<string, string> {
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The people with any role in the workspace, by name. */
export function listWorkspaceUsers(db: Db, workspaceId: string): { id: string; name: string }[] {
  return db
    .selectDistinct({ id: user.id, name: user.name })
    .from(membership)
    .innerJoin(user, eq(user.id, membership.userId))
    .where(eq(membership.workspaceId, workspaceId))
    .orderBy(user.name, user.id)
    .all();
}
