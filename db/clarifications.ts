import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "./client";
import { prepared } from "./prepared";
import { clarification, panelMember } from "./schema";

/** A question to a member about one of their judgments, with the answer once there is one. */
export type Clarification = typeof clarification.$inferSelect;

const inOrder = [asc(clarification.askedAt), asc(clarification.id)];

/** The questions to all present members of an assessment, the oldest first. */
export function listPanelClarifications(db: Db, assessmentId: string): Clarification[] {
  return db
    .select({ clarification })
    .from(clarification)
    .innerJoin(panelMember, eq(panelMember.id, clarification.memberId))
    .where(and(eq(panelMember.assessmentId, assessmentId), isNull(panelMember.removedAt)))
    .orderBy(...inOrder)
    .all()
    .map((row) => row.clarification);
}

/** The questions to one member, the oldest first. */
export function listMemberClarifications(db: Db, memberId: string): Clarification[] {
  return ofMember(db).all({ memberId });
}

const ofMember = prepared((db) =>
  db
    .select()
    .from(clarification)
    .where(eq(clarification.memberId, sql.placeholder("memberId")))
    .orderBy(...inOrder)
    .prepare(),
);

/** The questions a user has asked anywhere, the oldest first. */
export function listAskedClarifications(db: Db, userId: string): Clarification[] {
  return db
    .select()
    .from(clarification)
    .where(eq(clarification.askedBy, userId))
    .orderBy(...inOrder)
    .all();
}

export function findMemberClarification(db: Db, memberId: string, id: string): Clarification | undefined {
  return db
    .select()
    .from(clarification)
    .where(and(eq(clarification.id, id), eq(clarification.memberId, memberId)))
    .get();
}

export function insertClarification(db: Db, row: typeof clarification.$inferInsert): void {
  db.insert(clarification).values(row).run();
}

export function updateClarification(
  db: Db,
  id: string,
  change: Pick<Clarification, "answer" | "answeredAt">,
): void {
  db.update(clarification).set(change).where(eq(clarification.id, id)).run();
}
