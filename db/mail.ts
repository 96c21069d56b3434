import { and, asc, count, desc, eq, isNull, lte, sql } from "drizzle-orm";
import type { Db } from "./client";
import { mail } from "./schema";

export type Mail = typeof mail.$inferSelect;

export function insertMail(db: Db, row: typeof mail.$inferInsert): void {
  db.insert(mail).values(row).run();
}

export function findMail(db: Db, workspaceId: string, id: string): Mail | undefined {
  return db
    .select()
    .from(mail)
    .where(and(eq(mail.id, id), eq(mail.workspaceId, workspaceId)))
    .get();
}

/** The newest messages of a workspace. */
export function listMail(db: Db, workspaceId: string, limit: number): Mail[] {
  return db
    .select()
    .from(mail)
    .where(eq(mail.workspaceId, workspaceId))
    .orderBy(desc(mail.createdAt), desc(mail.id))
    .limit(limit)
    .all();
}

/** The newest message about an object, or undefined. */
export function latestMailAbout(db: Db, objectKind: string, objectId: string): Mail | undefined {
  return db
    .select()
    .from(mail)
    .where(and(eq(mail.objectKind, objectKind), eq(mail.objectId, objectId)))
    .orderBy(desc(mail.createdAt), desc(mail.id))
    .limit(1)
    .get();
}

/**
 * Takes the oldest message that is due and lends it for `leaseMs`: another process, or this one after a crash, may
 * try it again only then. Counts the attempt. "waiting" messages are to be sent; "shown" ones, which no server will
 * send, are due until they were written to a file (`sentAt`).
 */
export function claimDueMail(
  db: Db,
  state: "waiting" | "shown",
  now: Date,
  leaseMs: number,
): Mail | undefined {
  const due = db
    .select({ id: mail.id })
    .from(mail)
    .where(and(eq(mail.state, state), lte(mail.dueAt, now), isNull(mail.sentAt)))
    .orderBy(asc(mail.dueAt))
    .limit(1);
  return db
    .update(mail)
    .set({ dueAt: new Date(now.getTime() + leaseMs), attempts: sql`${mail.attempts} + 1` })
    .where(eq(mail.id, due))
    .returning()
    .get();
}

export function updateMail(
  db: Db,
  id: string,
  change: Partial<Pick<Mail, "state" | "dueAt" | "lastError" | "sentAt" | "body" | "attempts">>,
): void {
  db.update(mail).set(change).where(eq(mail.id, id)).run();
}

/** How many messages wait to be sent, in all workspaces. */
export function countWaitingMail(db: Db): number {
  return db.select({ waiting: count() }).from(mail).where(eq(mail.state, "waiting")).get()?.waiting ?? 0;
}
