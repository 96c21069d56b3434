import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { user } from "./accounts";
import { assessment, rubricSnapshot } from "./assessment";
import { createdAt, id, moment } from "./columns";
import { panelMember } from "./panel";

export const CHECK_ANSWERS = ["confirm", "dispute"] as const;

/** A text of the report in each language; a language without one shows the other. */
export type ReportText = { id: string; en: string };

/** What the consultant writes into a report, as Markdown: the summary, and a comment to any function by its key. */
export type ReportTexts = { summary: ReportText | null; comments: Record<string, ReportText> };

/** What stands over a report: frozen with it, since all of it can be edited afterwards. */
export type PublicationHead = {
  title: string;
  /** yyyy-mm-dd. */
  asOf: string;
  /** The company's name. */
  company: string;
  note: ReportText | null;
};

/** A frozen, numbered result: what viewers read, and what can be recomputed and compared byte by byte. */
export const publication = sqliteTable(
  "publication",
  {
    id: id(),
    assessmentId: text("assessment_id")
      .notNull()
      .references(() => assessment.id, { onDelete: "cascade" }),
    number: integer("number").notNull(),
    methodName: text("method_name").notNull(),
    methodVersion: text("method_version").notNull(),
    rubricHash: text("rubric_hash")
      .notNull()
      .references(() => rubricSnapshot.hash),
    judgmentsHash: text("judgments_hash").notNull(),
    /** The result as canonical JSON. */
    result: text("result").notNull(),
    /** Of the result what lists show: the typical level, the attained stage, and function key -> level as JSON. */
    typical: integer("typical"),
    attained: integer("attained"),
    levels: text("levels", { mode: "json" }).$type<Record<string, number | null>>().notNull().default({}),
    /** What the report was about and called when it was published. */
    head: text("head", { mode: "json" })
      .$type<PublicationHead>()
      .notNull()
      .default({ title: "", asOf: "", company: "", note: null }),
    /** The consultant's texts as they stood when it was published. */
    texts: text("texts", { mode: "json" })
      .$type<ReportTexts>()
      .notNull()
      .default({ summary: null, comments: {} }),
    createdAt: createdAt(),
    createdBy: text("created_by").references(() => user.id, { onDelete: "set null" }),
  },
  (t) => [
    uniqueIndex("publication_number").on(t.assessmentId, t.number),
    index("publication_rubric").on(t.rubricHash),
    index("publication_author").on(t.createdBy),
  ],
);

/** The consultant's texts for the next publication, as they are being written. */
export const reportDraft = sqliteTable(
  "report_draft",
  {
    assessmentId: text("assessment_id")
      .primaryKey()
      .references(() => assessment.id, { onDelete: "cascade" }),
    texts: text("texts", { mode: "json" }).$type<ReportTexts>().notNull(),
    /** Counts the saves: whoever saves says which one they started from. */
    version: integer("version").notNull(),
    updatedAt: moment("updated_at").notNull(),
    updatedBy: text("updated_by").references(() => user.id, { onDelete: "set null" }),
  },
  (t) => [index("report_draft_author").on(t.updatedBy)],
);

/** The levels of a closed assessment as they are shown to the company before anything is published. */
export const preview = sqliteTable(
  "preview",
  {
    id: id(),
    assessmentId: text("assessment_id")
      .notNull()
      .references(() => assessment.id, { onDelete: "cascade" }),
    number: integer("number").notNull(),
    judgmentsHash: text("judgments_hash").notNull(),
    /** Function key -> level as JSON. */
    levels: text("levels", { mode: "json" }).$type<Record<string, number | null>>().notNull(),
    createdAt: createdAt(),
    createdBy: text("created_by").references(() => user.id, { onDelete: "set null" }),
    /** Ended by a publication, by the assessment being opened again, or by hand. */
    endedAt: moment("ended_at"),
  },
  (t) => [
    uniqueIndex("preview_number").on(t.assessmentId, t.number),
    index("preview_author").on(t.createdBy),
  ],
);

/**
 * What one of the company's managers, or an informant of the panel, answers to one function of a publication or of a
 * preview. Rows are only ever added: of a person's answers to a function the one with the highest id counts.
 */
export const memberCheck = sqliteTable(
  "member_check",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    publicationId: text("publication_id").references(() => publication.id, { onDelete: "cascade" }),
    previewId: text("preview_id").references(() => preview.id, { onDelete: "cascade" }),
    functionKey: text("function_key").notNull(),
    userId: text("user_id").references(() => user.id, { onDelete: "set null" }),
    /** The informant; a manager is a user. Neither once that person's data are erased. */
    memberId: text("member_id").references(() => panelMember.id, { onDelete: "set null" }),
    answer: text("answer", { enum: CHECK_ANSWERS }).notNull(),
    comment: text("comment").notNull().default(""),
    createdAt: createdAt(),
  },
  (t) => [
    index("member_check_person").on(t.publicationId, t.functionKey, t.userId),
    index("member_check_preview").on(t.previewId, t.functionKey),
    index("member_check_user").on(t.userId),
    index("member_check_member").on(t.memberId),
    check("member_check_answer", sql`${t.answer} in ('confirm', 'dispute')`),
    check("member_check_edition", sql`(${t.publicationId} is null) <> (${t.previewId} is null)`),
    check("member_check_person", sql`${t.userId} is null or ${t.memberId} is null`),
  ],
);

/** A link by which anybody reads the latest publication of one assessment. Only the hash of its token is kept. */
export const shareLink = sqliteTable(
  "share_link",
  {
    id: id(),
    assessmentId: text("assessment_id")
      .notNull()
      .references(() => assessment.id, { onDelete: "cascade" }),
    tokenHash: text("token_hash").notNull(),
    /** For whom it was made, in the maker's words. */
    label: text("label").notNull().default(""),
    /** argon2id in PHC form; null without a passphrase. */
    passphraseHash: text("passphrase_hash"),
    createdAt: createdAt(),
    createdBy: text("created_by").references(() => user.id, { onDelete: "set null" }),
    expiresAt: moment("expires_at").notNull(),
    revokedAt: moment("revoked_at"),
    /** How often somebody opened the report by it. */
    openedCount: integer("opened_count").notNull().default(0),
    openedAt: moment("opened_at"),
  },
  (t) => [
    uniqueIndex("share_link_token").on(t.tokenHash),
    index("share_link_assessment").on(t.assessmentId, t.createdAt),
    index("share_link_author").on(t.createdBy),
  ],
);
