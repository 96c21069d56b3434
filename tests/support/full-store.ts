import type { Db } from "#db/client";
import { seedSample } from "~/use-cases/seed-sample";
import { contextOf, NOW, testServices } from "../../app/cli/fixtures";

/** A value for a column, or how to read one out of the store as the sample has filled it. */
type Value = string | number | Buffer | { from: string };

const at = NOW.getTime();
const workspace = { from: "select id from workspace" };
const company = { from: "select id from company" };
const published = { from: "select assessment_id from publication" };
const open = { from: "select id from assessment where id not in (select assessment_id from publication)" };
const member = { from: "select id from panel_member order by id" };
const publication = { from: "select id from publication" };
const hash = (digit: string) => digit.repeat(64);

/** One row for each table that the sample leaves empty; parents first. */
const ROWS: [table: string, row: Record<string, Value>][] = [
  [
    "user",
    { id: "u1", email: "pemilik@example.com", name: "Pemilik", created_at: at, totp_secret: "sealed" },
  ],
  ["membership", { id: "s1", user_id: "u1", workspace_id: workspace, role: "owner", created_at: at }],
  [
    "account_link",
    {
      id: "l1",
      kind: "password",
      workspace_id: workspace,
      user_id: "u1",
      token_hash: hash("1"),
      created_at: at,
      expires_at: at,
    },
  ],
  ["identity", { id: "i1", user_id: "u1", issuer: "https://id.example.com", subject: "42", created_at: at }],
  ["recovery_code", { id: "c1", user_id: "u1", code_hash: hash("2") }],
  ["invitation", { id: "v1", member_id: member, token_hash: hash("3"), created_at: at, expires_at: at }],
  [
    "session",
    {
      id: "z1",
      token_hash: hash("4"),
      user_id: "u1",
      created_at: at,
      last_seen_at: at,
      expires_at: at,
      user_agent: "Firefox",
    },
  ],
  [
    "mail",
    {
      ...{ id: "m1", workspace_id: workspace, kind: "invitation", recipient: "a@example.com", locale: "id" },
      ...{
        subject: "Undangan",
        body: "sealed",
        object_kind: "panel-member",
        object_id: "x",
        state: "waiting",
      },
      ...{ due_at: at, created_at: at },
    },
  ],
  ["rate_limit", { key: "sign-in:1", points: 3, expire: at }],
  ["heartbeat", { id: 1, at }],
  ["lease", { job: "recurring-jobs", holder: "h", expires_at: at }],
  [
    "member_check",
    {
      publication_id: publication,
      function_key: "data",
      user_id: "u1",
      answer: "dispute",
      comment: "Tidak sesuai",
      created_at: at,
    },
  ],
  ["round", { assessment_id: open, number: 2, kind: "workshop", functions: '["data"]', opened_at: at }],
  ["workshop", { id: "w1", assessment_id: open, agenda: '["data"]', started_at: at, ended_at: at }],
  [
    "workshop_vote",
    {
      id: "t1",
      workshop_id: "w1",
      function_key: "data",
      round: 2,
      opened_at: at,
      revealed_at: at,
      notes: "Catatan",
    },
  ],
  [
    "assessment_template",
    {
      id: "p1",
      workspace_id: workspace,
      name: "Ritel",
      rubric_key: "omnichannel-maturity",
      settings: "{}",
      created_at: at,
    },
  ],
  [
    "clarification",
    { id: "q1", member_id: member, function_key: "data", question: "Mengapa?", asked_at: at },
  ],
  [
    "company_file",
    {
      ...{ id: "f1", company_id: company, stored_name: "a".repeat(32), file_name: "laporan.pdf" },
      ...{ media_type: "application/pdf", size: 3, sha256: hash("5"), created_at: at },
    },
  ],
  ["company_note", { id: "n1", company_id: company, text: "Rapat pertama", created_at: at }],
  ["company_tag", { company_id: company, tag: "ritel" }],
  [
    "goal_change",
    { assessment_id: published, kind: "target", function_key: "data", value: 4, created_at: at },
  ],
  ["reminder_day", { assessment_id: published, day: "2026-06-20" }],
  [
    "preview",
    {
      id: "r1",
      assessment_id: published,
      number: 1,
      judgments_hash: hash("6"),
      levels: "{}",
      created_at: at,
      ended_at: at,
    },
  ],
  [
    "report_draft",
    { assessment_id: published, texts: '{"summary":null,"comments":{}}', version: 1, updated_at: at },
  ],
  [
    "share_link",
    { id: "k1", assessment_id: published, token_hash: hash("7"), created_at: at, expires_at: at },
  ],
  [
    "workspace_logo",
    {
      workspace_id: workspace,
      png: Buffer.from("png"),
      width: 1,
      height: 1,
      sha256: hash("8"),
      created_at: at,
    },
  ],
];

/** A store with the newest schema, the sample with its published result, and something in every table. */
export function fullStore(): Db {
  const services = testServices();
  const { db } = services;
  seedSample(contextOf(services), services.root);
  for (const [table, row] of ROWS) {
    const columns = Object.keys(row);
    const values = Object.values(row).map((value) =>
      typeof value === "object" && "from" in value ? db.$client.prepare(value.from).pluck().get() : value,
    );
    const marks = columns.map(() => "?").join(", ");
    db.$client.prepare(`insert into "${table}" (${columns.join(", ")}) values (${marks})`).run(...values);
  }
  return db;
}
