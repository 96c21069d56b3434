import { parse } from "csv-parse/sync";
import { beforeEach, expect, it } from "vitest";
import type { Db } from "#db/client";
import { account, NOW, twoWorkspaces, workingContext } from "../../tests/support/small-workspace";
import { exportAuditLog, readAuditLog, readAuditPeople } from "./audit-log";
import { createCompany, editCompany } from "./companies";
import { audit } from "./context";
import { startUserSession } from "./sessions";

const COMPANY = {
  name: '=HYPERLINK("http://evil")',
  industry: "Jasa",
  country: "ID",
  size: "small",
  offering: "services",
} as const;
let db: Db;

beforeEach(() => {
  db = twoWorkspaces();
  account(db, "owner", [["w", "owner"]]);
  account(db, "ani", [["w", "consultant"]]);
  account(db, "other", [["w2", "owner"]]);
});

const context = (userId?: string, workspaceId?: string) => workingContext(db, userId, workspaceId);
const visitor = () => ({ ...context(), actor: { kind: "visitor" as const }, address: "203.0.113.9" });
const actions = (filter = {}) => readAuditLog(context(), filter).lines.map(({ action }) => action);

it("shows a workspace's own events, and the signing in of the people who have a role in it", () => {
  createCompany(context("ani"), COMPANY);
  createCompany(context("other", "w2"), COMPANY);
  for (const id of ["ani", "other"]) startUserSession(visitor(), id, { userAgent: "" });
  const { lines } = readAuditLog(context(), {});
  expect(lines.map(({ action, object }) => [action, object.name])).toEqual([
    ["session.start", "Nama ani"],
    ["company.create", COMPANY.name],
  ]);
  expect(lines[0]).toMatchObject({ actor: { kind: "visitor", name: null }, network: "203.0.113.0/24" });
  expect(lines[1]).toMatchObject({ actor: { kind: "user", id: "ani", name: "Nama ani" }, at: NOW });
  db.$client.exec("delete from membership where user_id = 'ani'");
  expect(actions()).toEqual(["company.create"]);
});

it("filters by what was done and by whom, whose signing in counts as theirs", () => {
  const id = createCompany(context("ani"), COMPANY);
  editCompany(context(), id, COMPANY);
  startUserSession(visitor(), "ani", { userAgent: "" });
  expect(actions({ action: "company.edit" })).toEqual(["company.edit"]);
  expect(actions({ actor: { kind: "user", id: "ani" } })).toEqual(["session.start", "company.create"]);
  expect(actions({ actor: { kind: "visitor", id: null } })).toEqual(["session.start"]);
  expect(actions({ actor: { kind: "system", id: null } })).toEqual([]);
  expect(readAuditPeople(context()).map((person) => person.id)).toEqual(["ani", "owner"]);
});

it("pages from the newest to the oldest without losing or repeating an event", () => {
  for (let index = 0; index < 120; index++) {
    if (index % 3 === 0) startUserSession(visitor(), "ani", { userAgent: "" });
    else audit(context(), index % 3 === 1 ? "w" : "w2", "test", { kind: "test", id: String(index) });
  }
  const seen: number[] = [];
  let pages = 0;
  for (let before: number | undefined; ; pages++) {
    const page = readAuditLog(context(), { before });
    seen.push(...page.lines.map(({ id }) => id));
    if (page.older === null) break;
    before = page.older;
  }
  expect(pages).toBe(1);
  expect(seen).toHaveLength(80);
  expect(seen).toEqual([...new Set(seen)].sort((a, b) => b - a));
});

it("exports every matching event as CSV that no spreadsheet runs", () => {
  for (let index = 0; index < 1100; index++) {
    audit(context(), "w", "test.bulk", { kind: "test", id: String(index) }, { note: "=1+1" });
  }
  createCompany(context(), COMPANY);
  const all = parse([...exportAuditLog(context(), {})].join(""), { columns: true }) as Record<
    string,
    string
  >[];
  expect(all).toHaveLength(1101);
  expect(all[0]).toMatchObject({
    action: "company.create",
    object_name: `'${COMPANY.name}`,
    actor_name: "Nama owner",
  });
  expect(all[0]?.at).toBe(NOW.toISOString());
  expect(Object.values(all[0] ?? {}).filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  const few = parse([...exportAuditLog(context(), { action: "company.create" })].join(""), { columns: true });
  expect(few).toHaveLength(1);
  expect([...exportAuditLog(context("other", "w2"), {})].join("").split("\n")).toHaveLength(2);
});

it("can still be read when somebody has written nonsense into it", () => {
  audit(context(), "w", "test", { kind: "__proto__", id: "constructor" });
  db.$client.exec("drop trigger audit_event_no_update; update audit_event set detail = '{broken'");
  expect(readAuditLog(context(), {}).lines[0]).toMatchObject({
    detail: { text: "{broken" },
    object: { kind: "__proto__", name: null },
  });
});
