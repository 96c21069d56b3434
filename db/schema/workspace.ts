import { sql } from "drizzle-orm";
import {
  blob,
  check,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import { user } from "./accounts";
import { createdAt, id } from "./columns";
import { publication } from "./publication";

export const COMPANY_SIZES = ["micro", "small", "medium", "large"] as const;

export const OFFERINGS = ["services", "goods", "both"] as const;

export const workspace = sqliteTable("workspace", {
  id: id(),
  name: text("name").notNull(),
  createdAt: createdAt(),
  /** Owners and consultants must then sign in with a second factor. */
  secondFactorRequired: integer("second_factor_required", { mode: "boolean" }).notNull().default(false),
  /** Months after which a closed assessment's personal data are erased; null keeps them. */
  retentionMonths: integer("retention_months"),
  /** The colour of its reports, #rrggbb; null for Selaras's own. */
  accent: text("accent"),
});

/** The picture that a workspace puts on its pages, messages and reports. */
export const workspaceLogo = sqliteTable("workspace_logo", {
  workspaceId: text("workspace_id")
    .primaryKey()
    .references(() => workspace.id, { onDelete: "cascade" }),
  /** Drawn anew by us as PNG from what was sent, so that nothing but pixels is kept. */
  png: blob("png", { mode: "buffer" }).notNull(),
  /** Pixels. */
  width: integer("width").notNull(),
  height: integer("height").notNull(),
  sha256: text("sha256").notNull(),
  createdAt: createdAt(),
});

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
