import { asc, eq, sql } from "drizzle-orm";
import type { Db } from "./client";
import { prepared } from "./prepared";
import { goalChange, user } from "./schema";

export type GoalChange = typeof goalChange.$inferSelect;
export type NewGoalChange = typeof goalChange.$inferInsert;

const changesOf = prepared((db) =>
  db
    .select({ change: goalChange, by: user.name })
    .from(goalChange)
    .leftJoin(user, eq(user.id, goalChange.userId))
    .where(eq(goalChange.assessmentId, sql.placeholder("assessmentId")))
    .orderBy(asc(goalChange.id))
    .prepare(),
);

/** Everything that was ever set, oldest first, with who set it (null for somebody who is gone). */
export function listGoalChanges(db: Db, assessmentId: string): (GoalChange & { by: string | null })[] {
  return changesOf(db)
    .all({ assessmentId })
    .map(({ change, by }) => ({ ...change, by }));
}

export function insertGoalChanges(db: Db, rows: NewGoalChange[]): void {
  if (rows.length > 0) db.insert(goalChange).values(rows).run();
}
