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

/**
 * The store. Every table is STRICT (the migrations say so), every reference a foreign key.
 * Moments are integers (milliseconds since 1970, UTC); calendar dates are ISO text (yyyy-mm-dd).
 */

const id = () => text("id").primaryKey();
const moment = (name: string) => integer(name, { mode: "timestamp_ms" });
const createdAt = () => moment("created_at").notNull();

export const ROLES = ["owner", "consultant", "manager", "viewer"] as const;
export const OFFERINGS = ["services", "goods", "both"] as const;
export const COMPANY_SIZES = ["micro", "small", "medium", "large"] as const;
export const ASSESSMENT_STATES = ["draft", "open", "closed", "published", "archived"] as const;
export const PERSPECTIVES = ["expert", "insider", "customer", "other"] as const;
export const CANNOT_JUDGE_REASONS = [
  "no-information",
  "outside-expertise",
  "conflict-of-interest",
  "other",
] as const;
export const JUDGMENT_SOURCES = ["assessor", "paper", "import", "sample"] as const;
/** owner: create it; password: choose the first one; reset: a forgotten one; email-*: confirm a new address. */
export const ACCOUNT_LINK_KINDS = ["owner", "password", "reset", "email-current", "email-new"] as const;
export const SESSION_STAGES = ["password", "full"] as const;
export const MAIL_STATES = ["waiting", "sent", "failed", "shown"] as const;
export const LOCALES = ["id", "en"] as const;
export const CHECK_ANSWERS = ["confirm", "dispute"] as const;

export const ROUND_KINDS = ["questionnaire", "workshop"] as const;
export const EVIDENCE_KINDS = ["observation", "interview", "document", "data"] as const;
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

/** One row that the readiness probe writes: if that cannot be written, nothing can. */
export const heartbeat = sqliteTable(
  "heartbeat",
  { id: integer("id").primaryKey(), at: moment("at").notNull() },
  (t) => [check("heartbeat_single", sql`${t.id} = 1`)],
);

export const workspace = sqliteTable("workspace", {
  id: id(),
  name: text("name").notNull(),
  createdAt: createdAt(),
  /** Owners and consultants must then sign in with a second factor. */
  secondFactorRequired: integer("second_factor_required", { mode: "boolean" }).notNull().default(false),
  /** Months after which a closed assessment's personal data are erased; null keeps them. */
  retentionMonths: integer("retention_months"),
});

export const user = sqliteTable(
  "user",
  {
    id: id(),
    /** Kept in lower case, so that one address is one account. */
    email: text("email").notNull(),
    name: text("name").notNull(),
    /** argon2id in PHC form; null until the person has chosen a password. */
    passwordHash: text("password_hash"),
    locale: text("locale", { enum: LOCALES }),
    createdAt: createdAt(),
    disabledAt: moment("disabled_at"),
    /** The shared secret of the authenticator, sealed; null without a second factor. */
    totpSecret: text("totp_secret"),
    /** The time step of the last accepted code: an equal or earlier one is a replay. */
    totpLastStep: integer("totp_last_step"),
  },
  (t) => [
    uniqueIndex("user_email").on(t.email),
    check("user_email_lower", sql`${t.email} = lower(${t.email})`),
  ],
);

export const company = sqliteTable(
  "company",
  {
    id: id(),
    workspaceId: text("workspace_id")
      .notNull()
      .references(() => workspace.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    industry: text("industry").notNull(),
    /** ISO 3166-1 alpha-2. */
    country: text("country").notNull(),
    size: text("size", { enum: COMPANY_SIZES }).notNull(),
    offering: text("offering", { enum: OFFERINGS }).notNull(),
    sample: integer("sample", { mode: "boolean" }).notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [
    index("company_workspace_name").on(t.workspaceId, sql`${t.name} collate nocase`),
    check("company_size", sql`${t.size} in ('micro', 'small', 'medium', 'large')`),
    check("company_offering", sql`${t.offering} in ('services', 'goods', 'both')`),
  ],
);

/** A word by which the workspace sorts its companies. */
export const companyTag = sqliteTable(
  "company_tag",
  {
    companyId: text("company_id")
      .notNull()
      .references(() => company.id, { onDelete: "cascade" }),
    tag: text("tag").notNull(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.tag] }), index("company_tag_tag").on(t.tag)],
);

/** What the consultants note about a company, for themselves. */
export const companyNote = sqliteTable(
  "company_note",
  {
    id: id(),
    companyId: text("company_id")
      .notNull()
      .references(() => company.id, { onDelete: "cascade" }),
    authorId: text("author_id").references(() => user.id, { onDelete: "set null" }),
    text: text("text").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    index("company_note_company").on(t.companyId, t.createdAt),
    index("company_note_author").on(t.authorId),
  ],
);

/** A file that the consultants keep with a company. */
export const companyFile = sqliteTable(
  "company_file",
  {
    id: id(),
    companyId: text("company_id")
      .notNull()
      .references(() => company.id, { onDelete: "cascade" }),
    authorId: text("author_id").references(() => user.id, { onDelete: "set null" }),
    /** The random name in the data directory. */
    storedName: text("stored_name").notNull(),
    fileName: text("file_name").notNull(),
    mediaType: text("media_type").notNull(),
    /** Bytes. */
    size: integer("size").notNull(),
    sha256: text("sha256").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("company_file_stored_name").on(t.storedName),
    index("company_file_company").on(t.companyId, t.createdAt),
    index("company_file_author").on(t.authorId),
  ],
);

/** Which role a user holds: over a whole workspace (owner, consultant) or one company (manager, viewer). */
export const membership = sqliteTable(
  "membership",
  {
    id: id(),
    userId: text("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    workspaceId: text("workspace_id")
      .notNull()
      .references(() => workspace.id, { onDelete: "cascade" }),
    role: text("role", { enum: ROLES }).notNull(),
    companyId: text("company_id").references(() => company.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("membership_staff").on(t.userId, t.workspaceId).where(sql`company_id is null`),
    uniqueIndex("membership_company_once").on(t.userId, t.companyId).where(sql`company_id is not null`),
    index("membership_company").on(t.companyId),
    index("membership_workspace").on(t.workspaceId),
    check("membership_role", sql`${t.role} in ('owner', 'consultant', 'manager', 'viewer')`),
    check("membership_scope", sql`(${t.role} in ('manager', 'viewer')) = (${t.companyId} is not null)`),
  ],
);

/** A single-use code that stands in for a lost authenticator. */
export const recoveryCode = sqliteTable(
  "recovery_code",
  {
    id: id(),
    userId: text("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    codeHash: text("code_hash").notNull(),
    usedAt: moment("used_at"),
  },
  (t) => [uniqueIndex("recovery_code_once").on(t.userId, t.codeHash)],
);

/** Who a user is at an OpenID Connect provider. */
export const identity = sqliteTable(
  "identity",
  {
    id: id(),
    userId: text("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    issuer: text("issuer").notNull(),
    subject: text("subject").notNull(),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex("identity_subject").on(t.issuer, t.subject), index("identity_user").on(t.userId)],
);

/** A one-time link that creates the owner or lets a person choose a password. Only its hash is kept. */
export const accountLink = sqliteTable(
  "account_link",
  {
    id: id(),
    kind: text("kind", { enum: ACCOUNT_LINK_KINDS }).notNull(),
    workspaceId: text("workspace_id")
      .notNull()
      .references(() => workspace.id, { onDelete: "cascade" }),
    userId: text("user_id").references(() => user.id, { onDelete: "cascade" }),
    tokenHash: text("token_hash").notNull(),
    createdAt: createdAt(),
    expiresAt: moment("expires_at").notNull(),
    usedAt: moment("used_at"),
    /** What the link is about beside its user: the new address of an e-mail change. */
    detail: text("detail"),
  },
  (t) => [
    uniqueIndex("account_link_token").on(t.tokenHash),
    index("account_link_user").on(t.userId),
    index("account_link_workspace").on(t.workspaceId),
    check("account_link_user", sql`(${t.kind} = 'owner') = (${t.userId} is null)`),
  ],
);

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

export const panelMember = sqliteTable(
  "panel_member",
  {
    id: id(),
    assessmentId: text("assessment_id")
      .notNull()
      .references(() => assessment.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    email: text("email").notNull(),
    perspective: text("perspective", { enum: PERSPECTIVES }).notNull(),
    weight: real("weight").notNull().default(1),
    /** Keys of the functions the member is asked to judge, as JSON; null asks for all of them. */
    functions: text("functions", { mode: "json" }).$type<string[]>(),
    /** Why the member weighs more or less than others. */
    weightReason: text("weight_reason").notNull().default(""),
    position: integer("position").notNull(),
    createdAt: createdAt(),
    /** A removed member's judgments stay but no longer count. */
    removedAt: moment("removed_at"),
    /** The member has said that they will not judge; a new invitation takes it back. */
    declinedAt: moment("declined_at"),
    declineReason: text("decline_reason").notNull().default(""),
    /** Whose place they took. */
    replacesId: text("replaces_id").references((): AnySQLiteColumn => panelMember.id, {
      onDelete: "set null",
    }),
  },
  (t) => [
    index("panel_member_replaces").on(t.replacesId),
    uniqueIndex("panel_member_email").on(t.assessmentId, t.email).where(sql`removed_at is null`),
    index("panel_member_assessment").on(t.assessmentId, t.position),
    check("panel_member_perspective", sql`${t.perspective} in ('expert', 'insider', 'customer', 'other')`),
    check("panel_member_weight", sql`${t.weight} > 0`),
  ],
);

/** A member's personal link; only the hash of its token is kept. Making a new one revokes the old. */
export const invitation = sqliteTable(
  "invitation",
  {
    id: id(),
    memberId: text("member_id")
      .notNull()
      .references(() => panelMember.id, { onDelete: "cascade" }),
    tokenHash: text("token_hash").notNull(),
    createdAt: createdAt(),
    expiresAt: moment("expires_at").notNull(),
    openedAt: moment("opened_at"),
    revokedAt: moment("revoked_at"),
  },
  (t) => [uniqueIndex("invitation_token").on(t.tokenHash), index("invitation_member").on(t.memberId)],
);

/** A signed-in user or an assessor who came by an invitation. Only the hash of the cookie's token is kept. */
export const session = sqliteTable(
  "session",
  {
    id: id(),
    tokenHash: text("token_hash").notNull(),
    userId: text("user_id").references(() => user.id, { onDelete: "cascade" }),
    invitationId: text("invitation_id").references(() => invitation.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
    lastSeenAt: moment("last_seen_at").notNull(),
    expiresAt: moment("expires_at").notNull(),
    /** password: the second factor is still to come, and nothing but giving it is allowed. */
    stage: text("stage", { enum: SESSION_STAGES }).notNull().default("full"),
    /** The workspace a user works in; null means the first one they hold a role in. */
    workspaceId: text("workspace_id").references(() => workspace.id, { onDelete: "cascade" }),
    /** So that people recognise their sessions in the list. */
    userAgent: text("user_agent").notNull().default(""),
    address: text("address").notNull().default(""),
  },
  (t) => [
    uniqueIndex("session_token").on(t.tokenHash),
    index("session_user").on(t.userId),
    index("session_invitation").on(t.invitationId),
    index("session_workspace").on(t.workspaceId),
    check("session_holder", sql`(${t.userId} is null) <> (${t.invitationId} is null)`),
  ],
);

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
    createdAt: createdAt(),
    createdBy: text("created_by").references(() => user.id, { onDelete: "set null" }),
  },
  (t) => [
    uniqueIndex("publication_number").on(t.assessmentId, t.number),
    index("publication_rubric").on(t.rubricHash),
    index("publication_author").on(t.createdBy),
  ],
);

/** What is published of a company last, and what before it by the same measure: kept so that lists compute nothing. */
export const standing = sqliteTable(
  "standing",
  {
    companyId: text("company_id")
      .primaryKey()
      .references(() => company.id, { onDelete: "cascade" }),
    publicationId: text("publication_id")
      .notNull()
      .references(() => publication.id, { onDelete: "cascade" }),
    previousId: text("previous_id").references(() => publication.id, { onDelete: "set null" }),
  },
  (t) => [index("standing_publication").on(t.publicationId), index("standing_previous").on(t.previousId)],
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

/** A consultant asks a member what they meant by a judgment; the member may answer, or judge again. */
export const clarification = sqliteTable(
  "clarification",
  {
    id: id(),
    memberId: text("member_id")
      .notNull()
      .references(() => panelMember.id, { onDelete: "cascade" }),
    functionKey: text("function_key").notNull(),
    question: text("question").notNull(),
    askedBy: text("asked_by").references(() => user.id, { onDelete: "set null" }),
    askedAt: moment("asked_at").notNull(),
    answer: text("answer").notNull().default(""),
    answeredAt: moment("answered_at"),
  },
  (t) => [
    index("clarification_member").on(t.memberId, t.functionKey),
    index("clarification_asker").on(t.askedBy),
  ],
);

/**
 * What one of the company's managers answers to one function of a publication. Rows are only ever added: of a
 * person's answers to a function the one with the highest id counts.
 */
export const memberCheck = sqliteTable(
  "member_check",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    publicationId: text("publication_id")
      .notNull()
      .references(() => publication.id, { onDelete: "cascade" }),
    functionKey: text("function_key").notNull(),
    userId: text("user_id").references(() => user.id, { onDelete: "set null" }),
    answer: text("answer", { enum: CHECK_ANSWERS }).notNull(),
    comment: text("comment").notNull().default(""),
    createdAt: createdAt(),
  },
  (t) => [
    index("member_check_person").on(t.publicationId, t.functionKey, t.userId),
    index("member_check_user").on(t.userId),
    check("member_check_answer", sql`${t.answer} in ('confirm', 'dispute')`),
  ],
);

/**
 * A message to be sent, or shown where no mail server is configured. Bodies are sealed, because they hold links that
 * open doors, and emptied once the message is sent.
 */
export const mail = sqliteTable(
  "mail",
  {
    id: id(),
    workspaceId: text("workspace_id")
      .notNull()
      .references(() => workspace.id, { onDelete: "cascade" }),
    kind: text("kind").notNull(),
    recipient: text("recipient").notNull(),
    locale: text("locale", { enum: LOCALES }).notNull(),
    subject: text("subject").notNull(),
    body: text("body").notNull(),
    /** What it is about, for showing its state there: a panel member, a user, an assessment. */
    objectKind: text("object_kind").notNull(),
    objectId: text("object_id").notNull(),
    state: text("state", { enum: MAIL_STATES }).notNull(),
    attempts: integer("attempts").notNull().default(0),
    dueAt: moment("due_at").notNull(),
    lastError: text("last_error"),
    createdAt: createdAt(),
    sentAt: moment("sent_at"),
  },
  (t) => [
    index("mail_due").on(t.state, t.dueAt),
    index("mail_object").on(t.objectKind, t.objectId),
    index("mail_workspace").on(t.workspaceId, t.createdAt),
  ],
);

/** Tries by account and address, in the form that rate-limiter-flexible keeps them. */
export const rateLimit = sqliteTable(
  "rate_limit",
  {
    key: text("key").primaryKey(),
    points: integer("points").notNull().default(0),
    expire: integer("expire"),
  },
  (t) => [index("rate_limit_expire").on(t.expire)],
);

/** Who did what to which object. Rows are only ever added; each carries the hash of the one before. */
export const auditEvent = sqliteTable(
  "audit_event",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    at: moment("at").notNull(),
    workspaceId: text("workspace_id"),
    actorKind: text("actor_kind", { enum: ["user", "assessor", "system", "visitor"] }).notNull(),
    actorId: text("actor_id"),
    action: text("action").notNull(),
    objectKind: text("object_kind").notNull(),
    objectId: text("object_id").notNull(),
    detail: text("detail").notNull().default("{}"),
    address: text("address"),
    previousHash: text("previous_hash").notNull(),
    hash: text("hash").notNull(),
  },
  (t) => [index("audit_event_workspace").on(t.workspaceId, t.id), uniqueIndex("audit_event_hash").on(t.hash)],
);
