import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { user } from "./accounts";
import { assessment } from "./assessment";
import { id, moment } from "./columns";

export const ROUND_KINDS = ["questionnaire", "workshop"] as const;

/**
 * A round after the first. The first is the assessment itself, all functions that each member is asked for, and has
 * no row. Of the rounds of an assessment the one with the highest number is going on.
 */
export const round = sqliteTable(
  "round",
  {
    assessmentId: text("assessment_id")
      .notNull()
      .references(() => assessment.id, { onDelete: "cascade" }),
    number: integer("number").notNull(),
    kind: text("kind", { enum: ROUND_KINDS }).notNull(),
    /** Keys of the functions that are judged again, as JSON. */
    functions: text("functions", { mode: "json" }).$type<string[]>().notNull(),
    openedAt: moment("opened_at").notNull(),
    openedBy: text("opened_by").references(() => user.id, { onDelete: "set null" }),
  },
  (t) => [
    primaryKey({ columns: [t.assessmentId, t.number] }),
    index("round_opener").on(t.openedBy),
    check("round_number", sql`${t.number} >= 2`),
    check("round_kind", sql`${t.kind} in ('questionnaire', 'workshop')`),
    check("round_functions", sql`json_array_length(${t.functions}) > 0`),
  ],
);

/** A panel in one room. It goes on until it is ended; an assessment has one at a time. */
export const workshop = sqliteTable(
  "workshop",
  {
    id: id(),
    assessmentId: text("assessment_id")
      .notNull()
      .references(() => assessment.id, { onDelete: "cascade" }),
    /** Keys of the functions in the order in which they are talked about, as JSON. */
    agenda: text("agenda", { mode: "json" }).$type<string[]>().notNull(),
    startedAt: moment("started_at").notNull(),
    startedBy: text("started_by").references(() => user.id, { onDelete: "set null" }),
    endedAt: moment("ended_at"),
  },
  (t) => [
    uniqueIndex("workshop_running").on(t.assessmentId).where(sql`ended_at is null`),
    index("workshop_assessment").on(t.assessmentId, t.startedAt),
    index("workshop_starter").on(t.startedBy),
  ],
);

/** One blind vote on one function in a workshop: a round of its own. The newest one is going on. */
export const workshopVote = sqliteTable(
  "workshop_vote",
  {
    id: id(),
    workshopId: text("workshop_id")
      .notNull()
      .references(() => workshop.id, { onDelete: "cascade" }),
    functionKey: text("function_key").notNull(),
    round: integer("round").notNull(),
    openedAt: moment("opened_at").notNull(),
    revealedAt: moment("revealed_at"),
    /** What was said about it in the room. */
    notes: text("notes").notNull().default(""),
  },
  (t) => [uniqueIndex("workshop_vote_round").on(t.workshopId, t.round)],
);
