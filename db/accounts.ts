import { and, asc, count, desc, eq, gt, inArray, isNotNull, isNull, ne, or, sql } from "drizzle-orm";
import type { Db } from "./client";
import { prepared } from "./prepared";
import { accountLink, invitation, membership, session, user, workspace } from "./schema";

export type User = typeof user.$inferSelect;
export type Membership = typeof membership.$inferSelect;
export type Role = Membership["role"];
export type AccountLink = typeof accountLink.$inferSelect;
export type Session = typeof session.$inferSelect;
export type Workspace = typeof workspace.$inferSelect;

const workspaceById = prepared((db) =>
  db
    .select()
    .from(workspace)
    .where(eq(workspace.id, sql.placeholder("id")))
    .prepare(),
);

export function findWorkspace(db: Db, id: string): Workspace | undefined {
  return workspaceById(db).get({ id });
}

/** The installation's first workspace; the one that set-up made. */
export function firstWorkspace(db: Db): Workspace | undefined {
  // Of two made in the same millisecond, the one that was stored first.
  return db.select().from(workspace).orderBy(asc(workspace.createdAt), asc(sql`rowid`)).get();
}

export function insertWorkspace(db: Db, row: typeof workspace.$inferInsert): void {
  db.insert(workspace).values(row).run();
}

export function findUserByEmail(db: Db, email: string): User | undefined {
  return db.select().from(user).where(eq(user.email, email.toLowerCase())).get();
}

const userById = prepared((db) =>
  db
    .select()
    .from(user)
    .where(eq(user.id, sql.placeholder("id")))
    .prepare(),
);

export function findUser(db: Db, id: string): User | undefined {
  return userById(db).get({ id });
}

export function insertUser(db: Db, row: typeof user.$inferInsert): void {
  db.insert(user)
    .values({ ...row, email: row.email.toLowerCase() })
    .run();
}

export function updateUser(
  db: Db,
  id: string,
  change: Partial<Pick<User, "passwordHash" | "locale" | "email" | "name" | "disabledAt">>,
): void {
  db.update(user).set(change).where(eq(user.id, id)).run();
}

export function insertMembership(db: Db, row: typeof membership.$inferInsert): void {
  db.insert(membership).values(row).run();
}

const ofUser = eq(membership.userId, sql.placeholder("userId"));
// Every role is one or the other; said so, each half has an index, and both together none.
const overWhole = and(ofUser, isNull(membership.companyId));
const overCompany = and(ofUser, isNotNull(membership.companyId));
const membershipsOf = prepared((db) =>
  db
    .select()
    .from(membership)
    .where(or(overWhole, overCompany))
    .orderBy(asc(membership.createdAt), asc(membership.id))
    .prepare(),
);

export function listMemberships(db: Db, userId: string): Membership[] {
  return membershipsOf(db).all({ userId });
}

export function countOwners(db: Db, workspaceId: string): number {
  const row = db
    .select({ n: count() })
    .from(membership)
    .where(and(eq(membership.workspaceId, workspaceId), eq(membership.role, "owner")))
    .get();
  return row?.n ?? 0;
}

/** People with a role in the workspace: over the whole of it (`companyId` null) or over one company. */
export function listPeople(db: Db, workspaceId: string, companyId: string | null) {
  return db
    .select({
      membershipId: membership.id,
      role: membership.role,
      userId: user.id,
      name: user.name,
      email: user.email,
      /** Null until the person has chosen a password. */
      passwordHash: user.passwordHash,
    })
    .from(membership)
    .innerJoin(user, eq(user.id, membership.userId))
    .where(
      and(
        eq(membership.workspaceId, workspaceId),
        companyId === null ? isNull(membership.companyId) : eq(membership.companyId, companyId),
      ),
    )
    .orderBy(asc(user.name), asc(membership.id))
    .all()
    .map(({ passwordHash, ...person }) => ({ ...person, active: passwordHash !== null }));
}

export function insertAccountLink(db: Db, row: typeof accountLink.$inferInsert): void {
  db.insert(accountLink).values(row).run();
}

/** The link with this hash if it can still be used. */
export function findUsableLink(db: Db, tokenHash: string, now: Date): AccountLink | undefined {
  return db
    .select()
    .from(accountLink)
    .where(
      and(eq(accountLink.tokenHash, tokenHash), isNull(accountLink.usedAt), gt(accountLink.expiresAt, now)),
    )
    .get();
}

/** Marks the link used; false when somebody else was first. */
export function spendLink(db: Db, id: string, now: Date): boolean {
  const result = db
    .update(accountLink)
    .set({ usedAt: now })
    .where(and(eq(accountLink.id, id), isNull(accountLink.usedAt)))
    .run();
  return result.changes === 1;
}

/** Uses up every open link of the kinds for a user (or, with null, for the owner a workspace is to have). */
export function retireLinks(
  db: Db,
  by: { workspaceId: string; userId: string | null; kinds: AccountLink["kind"][] },
  now: Date,
): void {
  db.update(accountLink)
    .set({ usedAt: now })
    .where(
      and(
        inArray(accountLink.kind, by.kinds),
        by.userId === null
          ? and(isNull(accountLink.userId), eq(accountLink.workspaceId, by.workspaceId))
          : eq(accountLink.userId, by.userId),
        isNull(accountLink.usedAt),
      ),
    )
    .run();
}

/** The open links of a kind for a user: an e-mail change is confirmed when none is left. */
export function listOpenLinks(
  db: Db,
  userId: string,
  kinds: AccountLink["kind"][],
  now: Date,
): AccountLink[] {
  return db
    .select()
    .from(accountLink)
    .where(
      and(
        eq(accountLink.userId, userId),
        inArray(accountLink.kind, kinds),
        isNull(accountLink.usedAt),
        gt(accountLink.expiresAt, now),
      ),
    )
    .all();
}

export function setLinkDetail(db: Db, id: string, detail: string): void {
  db.update(accountLink).set({ detail }).where(eq(accountLink.id, id)).run();
}

export function insertSession(db: Db, row: typeof session.$inferInsert): void {
  db.insert(session).values(row).run();
}

const sessionByToken = prepared((db) =>
  db
    .select()
    .from(session)
    .where(
      and(
        eq(session.tokenHash, sql.placeholder("tokenHash")),
        gt(session.expiresAt, sql.param(sql.placeholder("now"), session.expiresAt)),
      ),
    )
    .prepare(),
);

export function findSession(db: Db, tokenHash: string, now: Date): Session | undefined {
  return sessionByToken(db).get({ tokenHash, now });
}

export function touchSession(db: Db, id: string, now: Date): void {
  db.update(session).set({ lastSeenAt: now }).where(eq(session.id, id)).run();
}

export function deleteSession(db: Db, id: string): void {
  db.delete(session).where(eq(session.id, id)).run();
}

/** A user's sessions that are not over, newest first. */
export function listUserSessions(db: Db, userId: string, now: Date): Session[] {
  return db
    .select()
    .from(session)
    .where(and(eq(session.userId, userId), eq(session.stage, "full"), gt(session.expiresAt, now)))
    .orderBy(desc(session.lastSeenAt), desc(session.id))
    .all();
}

/** Chooses the workspace a session works in. */
export function setSessionWorkspace(db: Db, id: string, workspaceId: string): void {
  db.update(session).set({ workspaceId }).where(eq(session.id, id)).run();
}

/** Signs a user out everywhere, except in the session to keep. */
export function deleteUserSessions(db: Db, userId: string, keep?: string): void {
  db.delete(session)
    .where(and(eq(session.userId, userId), keep ? ne(session.id, keep) : undefined))
    .run();
}

const liveInvitation = prepared((db) =>
  db
    .select()
    .from(invitation)
    .where(
      and(
        eq(invitation.id, sql.placeholder("invitationId")),
        isNull(invitation.revokedAt),
        gt(invitation.expiresAt, sql.param(sql.placeholder("now"), invitation.expiresAt)),
      ),
    )
    .prepare(),
);

/** The invitation an assessor's session rests on, if it is neither revoked nor expired. */
export function findLiveInvitation(db: Db, invitationId: string, now: Date) {
  return liveInvitation(db).get({ invitationId, now });
}
