import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { createdAt, id, moment } from "./columns";
import { panelMember } from "./panel";

export const CANNOT_JUDGE_REASONS = [
  "no-information",
  "outside-expertise",
  "conflict-of-interest",
  "other",
] as const;

export const JUDGMENT_SOURCES = ["assessor", "paper", "import", "sample"] as const;

/**
 * One saved judgment of one function. Rows are only ever added: a change is a new version, and the one with
 * the highest version counts. Neither a level nor a reason means the member has begun but not yet judged.
 */
export const judgment = sqliteTable(
  "judgment",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    memberId: text("member_id")
      .notNull()
      .references(() => panelMember.id, { onDelete: "cascade" }),
    functionKey: text("function_key").notNull(),
    round: integer("round").notNull().default(1),
    version: integer("version").notNull(),
    level: integer("level"),
    cannotJudge: text("cannot_judge", { enum: CANNOT_JUDGE_REASONS }),
    /** 1 low, 2 medium, 3 high. */
    confidence: integer("confidence"),
    rationale: text("rationale").notNull().default(""),
    /** Indicator key -> met, partly, not-met or unknown; as JSON. */
    indicators: text("indicators", { mode: "json" }).$type<IndicatorAnswers>().notNull().default({}),
    source: text("source", { enum: JUDGMENT_SOURCES }).notNull(),
    createdAt: createdAt(),
    /** Chosen by the client for one save: the same save sent again finds this row and adds none. */
    idempotencyKey: text("idempotency_key"),
  },
  (t) => [
    uniqueIndex("judgment_version").on(t.memberId, t.functionKey, t.round, t.version),
    uniqueIndex("judgment_idempotency")
      .on(t.memberId, t.idempotencyKey)
      .where(sql`idempotency_key is not null`),
    check("judgment_level", sql`${t.level} is null or ${t.level} between 1 and 10`),
    check("judgment_either", sql`${t.level} is null or ${t.cannotJudge} is null`),
    check("judgment_confidence", sql`${t.confidence} is null or ${t.confidence} between 1 and 3`),
  ],
);

export type IndicatorAnswer = "met" | "partly" | "not-met" | "unknown";

export type IndicatorAnswers = Record<string, IndicatorAnswer>;

/** A member has handed in a round; reopening removes nothing, it dates the row. */
export const submission = sqliteTable(
  "submission",
  {
    id: id(),
    memberId: text("member_id")
      .notNull()
      .references(() => panelMember.id, { onDelete: "cascade" }),
    round: integer("round").notNull().default(1),
    /** A short code the assessor can quote. */
    receipt: text("receipt").notNull(),
    createdAt: createdAt(),
    reopenedAt: moment("reopened_at"),
  },
  (t) => [
    uniqueIndex("submission_round").on(t.memberId, t.round).where(sql`reopened_at is null`),
    uniqueIndex("submission_receipt").on(t.receipt),
  ],
);

export const EVIDENCE_KINDS = ["observation", "interview", "document", "data"] as const;

/** Something a member's judgments rest on: what was seen, said or read, by a link or a file where there is one. */
export const evidence = sqliteTable(
  "evidence",
  {
    id: id(),
    memberId: text("member_id")
      .notNull()
      .references(() => panelMember.id, { onDelete: "cascade" }),
    kind: text("kind", { enum: EVIDENCE_KINDS }).notNull(),
    note: text("note").notNull().default(""),
    /** When it was seen, said or written. */
    date: text("date"),
    /** Who said it, or where it was found. */
    source: text("source").notNull().default(""),
    /** An http or https address. */
    link: text("link"),
    /** The random name of the file in the data directory; null without one, as are the next four. */
    storedName: text("stored_name"),
    fileName: text("file_name"),
    mediaType: text("media_type"),
    /** Bytes. */
    size: integer("size"),
    sha256: text("sha256"),
    createdAt: createdAt(),
    removedAt: moment("removed_at"),
  },
  (t) => [
    index("evidence_member").on(t.memberId),
    uniqueIndex("evidence_stored_name").on(t.storedName),
    check("evidence_kind", sql`${t.kind} in ('observation', 'interview', 'document', 'data')`),
    check("evidence_file", sql`(${t.storedName} is null) = (${t.fileName} is null)`),
    check("evidence_size", sql`(${t.storedName} is null) = (${t.size} is null)`),
  ],
);

/** Which functions a piece of evidence speaks for. */
export const evidenceUse = sqliteTable(
  "evidence_use",
  {
    evidenceId: text("evidence_id")
      .notNull()
      .references(() => evidence.id, { onDelete: "cascade" }),
    functionKey: text("function_key").notNull(),
  },
  (t) => [primaryKey({ columns: [t.evidenceId, t.functionKey] })],
);
