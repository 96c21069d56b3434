import { sql } from "drizzle-orm";
import {
  type AnySQLiteColumn,
  check,
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import { user } from "./accounts";
import { createdAt, id, LOCALES, moment } from "./columns";
import type { PERSPECTIVES } from "./panel";
import { company, workspace } from "./workspace";

export const ASSESSMENT_STATES = ["draft", "open", "closed", "published", "archived"] as const;

/** The consensus class from which on a function needs no further round. */
export const CONSENSUS_GOALS = ["strong", "moderate"] as const;

/** How the assessment is run and its result made; stored with it as JSON. */
export type AssessmentOptions = {
  /** Function keys left out of the overall (they are still judged and reported). */
  leftOut: string[];
  /** Function weights; a function not named weighs 1. */
  weights: Record<string, number>;
  /** Target level per function; a function not named has none. */
  targets: Record<string, number>;
  /** Least number of judgments a perspective needs before it is shown apart; 1 where the panel agreed to be named. */
  minimumGroup: number;
  /** Assessors see the level that the assessment before was published with. */
  showPrevious: boolean;
  /** Assessors may reopen what they handed in until the assessment is closed. */
  mayReopen: boolean;
  consensusGoal: (typeof CONSENSUS_GOALS)[number];
};

export const GOAL_KINDS = ["target", "weight", "overall"] as const;

/** What a template keeps of an assessment. */
export type TemplateSettings = {
  title: string;
  quorum: number;
  language: (typeof LOCALES)[number];
  options: AssessmentOptions;
  /** Days from opening to the deadline; null without one. */
  daysToJudge: number | null;
  reminderDays: number[];
  panel: {
    name: string;
    email: string;
    perspective: (typeof PERSPECTIVES)[number];
    weight: number;
    weightReason: string;
    functions: string[] | null;
  }[];
};

/** The rubric as it read when an assessment began to use it: later edits of a file change no assessment. */
export const rubricSnapshot = sqliteTable("rubric_snapshot", {
  /** SHA-256 of the canonical JSON. */
  hash: text("hash").primaryKey(),
  key: text("key").notNull(),
  version: text("version").notNull(),
  document: text("document").notNull(),
  createdAt: createdAt(),
});

export const assessment = sqliteTable(
  "assessment",
  {
    id: id(),
    workspaceId: text("workspace_id")
      .notNull()
      .references(() => workspace.id, { onDelete: "cascade" }),
    companyId: text("company_id")
      .notNull()
      .references(() => company.id, { onDelete: "cascade" }),
    rubricKey: text("rubric_key").notNull(),
    rubricVersion: text("rubric_version").notNull(),
    rubricHash: text("rubric_hash")
      .notNull()
      .references(() => rubricSnapshot.hash),
    title: text("title").notNull(),
    asOf: text("as_of").notNull(),
    deadline: text("deadline"),
    state: text("state", { enum: ASSESSMENT_STATES }).notNull().default("draft"),
    language: text("language", { enum: LOCALES }).notNull(),
    quorum: integer("quorum").notNull(),
    options: text("options", { mode: "json" }).$type<AssessmentOptions>().notNull(),
    /** Bilingual remark shown with the report of an illustrative assessment, as JSON. */
    note: text("note", { mode: "json" }).$type<{ id: string; en: string }>(),
    createdAt: createdAt(),
    openedAt: moment("opened_at"),
    closedAt: moment("closed_at"),
    publishedAt: moment("published_at"),
    archivedAt: moment("archived_at"),
    /** Since when the panel's insiders are asked to check the levels, too; null while only the managers are. */
    informantsAskedAt: moment("informants_asked_at"),
    /** The wave that this one repeats. */
    repeatsId: text("repeats_id").references((): AnySQLiteColumn => assessment.id, { onDelete: "set null" }),
    /** Days before the deadline on which those who have not handed in are reminded, as JSON. */
    reminderDays: text("reminder_days", { mode: "json" }).$type<number[]>().notNull().default([]),
  },
  (t) => [
    index("assessment_repeats").on(t.repeatsId),
    index("assessment_company_as_of").on(t.companyId, t.asOf),
    index("assessment_workspace_state").on(t.workspaceId, t.state),
    index("assessment_rubric").on(t.rubricHash),
    check("assessment_state", sql`${t.state} in ('draft', 'open', 'closed', 'published', 'archived')`),
    check("assessment_quorum", sql`${t.quorum} between 1 and 99`),
    check("assessment_options", sql`json_valid(${t.options})`),
  ],
);

/** A wave as it can be opened again for any company: the rubric, the settings and the panel without answers. */
export const assessmentTemplate = sqliteTable(
  "assessment_template",
  {
    id: id(),
    workspaceId: text("workspace_id")
      .notNull()
      .references(() => workspace.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    rubricKey: text("rubric_key").notNull(),
    settings: text("settings", { mode: "json" }).$type<TemplateSettings>().notNull(),
    createdAt: createdAt(),
    createdBy: text("created_by").references(() => user.id, { onDelete: "set null" }),
  },
  (t) => [
    uniqueIndex("assessment_template_name").on(t.workspaceId, t.name),
    index("assessment_template_author").on(t.createdBy),
  ],
);

/** A day on which an assessment's panel was reminded: written first, so that of several processes one reminds. */
export const reminderDay = sqliteTable(
  "reminder_day",
  {
    assessmentId: text("assessment_id")
      .notNull()
      .references(() => assessment.id, { onDelete: "cascade" }),
    day: text("day").notNull(),
  },
  (t) => [primaryKey({ columns: [t.assessmentId, t.day] })],
);

/**
 * A target, a weight or what counts in the overall, as it was set. Rows are only ever added; what holds now stands in
 * the assessment's options.
 */
export const goalChange = sqliteTable(
  "goal_change",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    assessmentId: text("assessment_id")
      .notNull()
      .references(() => assessment.id, { onDelete: "cascade" }),
    kind: text("kind", { enum: GOAL_KINDS }).notNull(),
    functionKey: text("function_key").notNull(),
    /** A level, a weight, or 1 and 0 for in and out of the overall; null takes a target away. */
    value: real("value"),
    /** The date by which a target is to be reached. */
    due: text("due"),
    reason: text("reason").notNull().default(""),
    userId: text("user_id").references(() => user.id, { onDelete: "set null" }),
    createdAt: createdAt(),
  },
  (t) => [
    index("goal_change_assessment").on(t.assessmentId, t.id),
    index("goal_change_user").on(t.userId),
    check("goal_change_kind", sql`${t.kind} in ('target', 'weight', 'overall')`),
  ],
);
