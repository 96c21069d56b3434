import { and, asc, eq, sql } from "drizzle-orm";
import type { Db } from "./client";
import { prepared } from "./prepared";
import { round } from "./schema";

/** A round after the first, see the table. */
export type Round = typeof round.$inferSelect;

/** The number of the round that needs no row. */
export const FIRST_ROUND = 1;

const roundsOf = prepared((db) =>
  db
    .select()
    .from(round)
    .where(eq(round.assessmentId, sql.placeholder("assessmentId")))
    .orderBy(asc(round.number))
    .prepare(),
);

/** The rounds after the first, in order. */
export function listRounds(db: Db, assessmentId: string): Round[] {
  return roundsOf(db).all({ assessmentId });
}

export function findRound(db: Db, assessmentId: string, number: number): Round | undefined {
  return db
    .select()
    .from(round)
    .where(and(eq(round.assessmentId, assessmentId), eq(round.number, number)))
    .get();
}

export function insertRound(db: Db, row: typeof round.$inferInsert): void {
  db.insert(round).values(row).run();
}
