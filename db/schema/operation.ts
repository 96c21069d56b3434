import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { createdAt, id, LOCALES, moment } from "./columns";
import { workspace } from "./workspace";

export const MAIL_STATES = ["waiting", "sent", "failed", "shown"] as const;

/** One row that the readiness probe writes: if that cannot be written, nothing can. */
export const heartbeat = sqliteTable(
  "heartbeat",
  { id: integer("id").primaryKey(), at: moment("at").notNull() },
  (t) => [check("heartbeat_single", sql`${t.id} = 1`)],
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

/** Which process runs a recurring job, and until when it may count on being the only one. */
export const lease = sqliteTable("lease", {
  job: text("job").primaryKey(),
  holder: text("holder").notNull(),
  expiresAt: moment("expires_at").notNull(),
});
