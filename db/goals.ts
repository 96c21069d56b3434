import { asc, eq } from "drizzle-orm";
import type { Db } from "./client";
import { goalChange, user } from "./schema";

export type GoalChange = typeof goalChange.$inferSelect;
export type NewGoalChange = typeof goalChange.$inferInsert;

/** Everything that was ever set, oldest first, with who set it (null for somebody who is gone). */
export function listGoalChanges(db: Db, assessmentId: string): (GoalChange & { by: string | null })[] {
  return db
    .select({ change: goalChange, by: user.name })
    .from(goalChange)
    .leftJoin(user, eq(user.id, goalChange.userId))
    .where(eq(goalChange.assessmentId, assessmentId))
    .orderBy(asc(goalChange.id))
    .all()
    .map(({ change, by }) => ({ ...change, by }));
}

export function insertGoalChanges(db: Db, rows: NewGoalChange[]): void {
  if (rows.length > 0) db.insert(goalChange).values(rows).run();
}
