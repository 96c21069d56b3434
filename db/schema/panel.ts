import { sql } from "drizzle-orm";
import {
  type AnySQLiteColumn,
  check,
  index,
  integer,
  real,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import { user } from "./accounts";
import { assessment } from "./assessment";
import { createdAt, id, moment } from "./columns";

export const PERSPECTIVES = ["expert", "insider", "customer", "other"] as const;

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
