import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { createdAt, id, LOCALES, moment } from "./columns";
import { invitation } from "./panel";
import { company, workspace } from "./workspace";

export const ROLES = ["owner", "consultant", "manager", "viewer"] as const;

/** owner: create it; password: choose the first one; reset: a forgotten one; email-*: confirm a new address. */
export const ACCOUNT_LINK_KINDS = ["owner", "password", "reset", "email-current", "email-new"] as const;

export const SESSION_STAGES = ["password", "full"] as const;

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
