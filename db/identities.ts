import { and, eq } from "drizzle-orm";
import type { User } from "./accounts";
import type { Db } from "./client";
import { identity, user } from "./schema";

/** The user who is this subject at this issuer. */
export function findUserByIdentity(db: Db, issuer: string, subject: string): User | undefined {
  return db
    .select({ user })
    .from(identity)
    .innerJoin(user, eq(user.id, identity.userId))
    .where(and(eq(identity.issuer, issuer), eq(identity.subject, subject)))
    .get()?.user;
}

/** Whether the user is known at the issuer already, as whatever subject. */
export function hasIdentityAt(db: Db, userId: string, issuer: string): boolean {
  const at = and(eq(identity.userId, userId), eq(identity.issuer, issuer));
  return db.select({ id: identity.id }).from(identity).where(at).get() !== undefined;
}

export function insertIdentity(db: Db, row: typeof identity.$inferInsert): void {
  db.insert(identity).values(row).run();
}
