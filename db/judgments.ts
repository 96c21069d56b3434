import { and, asc, desc, eq, isNotNull, isNull, lte, max, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "./client";
import { prepared } from "./prepared";
import { judgment, panelMember } from "./schema";

export type Judgment = typeof judgment.$inferSelect;
export type NewJudgment = typeof judgment.$inferInsert;

const isLatest = sql`${judgment.version} = (select max(newer.version) from ${judgment} as newer
  where newer.member_id = ${judgment.memberId} and newer.function_key = ${judgment.functionKey}
    and newer.round = ${judgment.round})`;

/**
 * A vote of a workshop counts from its reveal on: before that nobody learns anything from a result, and a vote that is
 * never revealed is none.
 */
const isRevealed = sql`not exists (select 1 from workshop_vote
  join workshop on workshop.id = workshop_vote.workshop_id
  join panel_member as voter on voter.assessment_id = workshop.assessment_id
  where voter.id = ${judgment.memberId} and workshop_vote.round = ${judgment.round}
    and workshop_vote.revealed_at is null)`;

const ofMember = prepared((db) =>
  db
    .select()
    .from(judgment)
    .where(
      and(
        eq(judgment.memberId, sql.placeholder("memberId")),
        eq(judgment.round, sql.placeholder("round")),
        isLatest,
      ),
    )
    .prepare(),
);

/** A member's judgments in a round, the latest version of each function. */
export function listMemberJudgments(db: Db, memberId: string, round: number): Judgment[] {
  return ofMember(db).all({ memberId, round });
}

const standingOfMember = prepared((db) =>
  db
    .select()
    .from(judgment)
    .where(
      and(
        eq(judgment.memberId, sql.placeholder("memberId")),
        lte(judgment.round, sql.placeholder("upTo")),
        isLatest,
        isRevealed,
      ),
    )
    .orderBy(...standingFirst)
    .prepare(),
);

/**
 * A member's judgments as they stand: of each function the one of the latest round in which they judged it, so that
 * whoever did not answer again keeps what they said. With `upTo`, as they stood at the end of that round.
 */
export function listMemberStanding(db: Db, memberId: string, upTo = Number.MAX_SAFE_INTEGER): Judgment[] {
  const rows = standingOfMember(db).all({ memberId, upTo });
  return firstOfEach(rows);
}

/** The judgments of all present members of an assessment as they stand (see `listMemberStanding`), in panel order. */
export function listStanding(db: Db, assessmentId: string, upTo = Number.MAX_SAFE_INTEGER): Judgment[] {
  return firstOfEach(listOfPanel(db, assessmentId, and(lte(judgment.round, upTo), isRevealed)));
}

/** The latest judgments of all present members of an assessment in one round, in panel order. */
export function listRoundJudgments(db: Db, assessmentId: string, round: number): Judgment[] {
  return listOfPanel(db, assessmentId, eq(judgment.round, round));
}

function listOfPanel(db: Db, assessmentId: string, which: SQL | undefined): Judgment[] {
  return db
    .select({ judgment })
    .from(panelMember)
    .innerJoin(judgment, eq(judgment.memberId, panelMember.id))
    .where(and(eq(panelMember.assessmentId, assessmentId), isNull(panelMember.removedAt), which, isLatest))
    .orderBy(asc(panelMember.position), asc(panelMember.id), ...standingFirst)
    .all()
    .map((row) => row.judgment);
}

/** Of several rounds on one function the one that counts comes first: the latest with a level or a reason for none. */
const standingFirst = [
  asc(judgment.functionKey),
  sql`${judgment.level} is null and ${judgment.cannotJudge} is null`,
  desc(judgment.round),
];

function firstOfEach(sorted: Judgment[]): Judgment[] {
  return sorted.filter(
    ({ memberId, functionKey }, index) =>
      sorted[index - 1]?.memberId !== memberId || sorted[index - 1]?.functionKey !== functionKey,
  );
}

const byIdempotencyKey = prepared((db) =>
  db
    .select()
    .from(judgment)
    .where(
      and(
        eq(judgment.memberId, sql.placeholder("memberId")),
        eq(judgment.idempotencyKey, sql.placeholder("key")),
      ),
    )
    .prepare(),
);

/** The row that a save with this key has made, if it was made. */
export function findByIdempotencyKey(db: Db, memberId: string, key: string): Judgment | undefined {
  return byIdempotencyKey(db).get({ memberId, key });
}

/** Whether anybody who is in the panel now has given a level, or said why there is none. */
export function hasJudgments(db: Db, assessmentId: string): boolean {
  const said = or(isNotNull(judgment.level), isNotNull(judgment.cannotJudge));
  const row = db
    .select({ id: judgment.id })
    .from(panelMember)
    .innerJoin(judgment, eq(judgment.memberId, panelMember.id))
    .where(and(eq(panelMember.assessmentId, assessmentId), isNull(panelMember.removedAt), said, isRevealed))
    .limit(1)
    .get();
  return row !== undefined;
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

const value = sql.placeholder;
const newestVersion = prepared((db) =>
  db
    .select({ version: max(judgment.version) })
    .from(judgment)
    .where(
      and(
        eq(judgment.memberId, value("memberId")),
        eq(judgment.functionKey, value("functionKey")),
        eq(judgment.round, value("round")),
      ),
    )
    .prepare(),
);

/** What a row says where it is not told otherwise, as the table has it. */
const NOTHING_SAID = {
  ...{ level: null, cannotJudge: null, confidence: null },
  ...{ rationale: "", indicators: {}, idempotencyKey: null },
};
const insertion = prepared((db) =>
  db
    .insert(judgment)
    .values({
      memberId: value("memberId"),
      functionKey: value("functionKey"),
      round: value("round"),
      version: value("version"),
      level: value("level"),
      cannotJudge: value("cannotJudge"),
      confidence: value("confidence"),
      rationale: value("rationale"),
      indicators: value("indicators"),
      source: value("source"),
      createdAt: value("createdAt"),
      idempotencyKey: value("idempotencyKey"),
    })
    .returning()
    .prepare(),
);

/** Adds the next version; earlier ones stay. Call inside `transact`, which holds the write lock. */
export function appendJudgment(
  db: Db,
  row: Omit<NewJudgment, "id" | "version"> & { round: number },
): Judgment {
  const { memberId, functionKey, round } = row;
  const version = (newestVersion(db).get({ memberId, functionKey, round })?.version ?? 0) + 1;
  return insertion(db).get({ ...NOTHING_SAID, ...row, version });
}

/** Adds first versions as they are, many at once; for what is not judged by hand. */
export function insertJudgments(db: Db, rows: NewJudgment[]): void {
  if (rows.length > 0) db.insert(judgment).values(rows).run();
}
