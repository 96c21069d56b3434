import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "./client";
import { judgment, panelMember } from "./schema";

export type Judgment = typeof judgment.$inferSelect;
export type NewJudgment = typeof judgment.$inferInsert;

const isLatest = sql`${judgment.version} = (select max(newer.version) from ${judgment} as newer
  where newer.member_id = ${judgment.memberId} and newer.function_key = ${judgment.functionKey}
    and newer.round = ${judgment.round})`;

/** A member's judgments in a round, the latest version of each function. */
export function listMemberJudgments(db: Db, memberId: string, round: number): Judgment[] {
  return db
    .select()
    .from(judgment)
    .where(and(eq(judgment.memberId, memberId), eq(judgment.round, round), isLatest))
    .all();
}

/** The latest judgments of all present members of an assessment in a round, in panel order. */
export function listAssessmentJudgments(db: Db, assessmentId: string, round: number): Judgment[] {
  return db
    .select({ judgment })
    .from(panelMember)
    .innerJoin(judgment, eq(judgment.memberId, panelMember.id))
    .where(
      and(
        eq(panelMember.assessmentId, assessmentId),
        isNull(panelMember.removedAt),
        eq(judgment.round, round),
        isLatest,
      ),
    )
    .orderBy(asc(panelMember.position), asc(panelMember.id), asc(judgment.functionKey))
    .all()
    .map((row) => row.judgment);
}

/** Every version of one judgment, oldest first. */
export function listHistory(db: Db, memberId: string, functionKey: string, round: number): Judgment[] {
  return db
    .select()
    .from(judgment)
    .where(
      and(eq(judgment.memberId, memberId), eq(judgment.functionKey, functionKey), eq(judgment.round, round)),
    )
    .orderBy(asc(judgment.version))
    .all();
}

/** Adds the next version; earlier ones stay. Call inside `transact`, which holds the write lock. */
export function appendJudgment(
  db: Db,
  row: Omit<NewJudgment, "id" | "version"> & { round: number },
): Judgment {
  const history = listHistory(db, row.memberId, row.functionKey, row.round);
  const version = (history.at(-1)?.version ?? 0) + 1;
  return db
    .insert(judgment)
    .values({ ...row, version })
    .returning()
    .get();
}
