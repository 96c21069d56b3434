import { expect, it } from "vitest";
import { testDatabase } from "../tests/support/database";
import { smallStore } from "../tests/support/rows";
import { findSession, findUser, insertMembership, insertUser, listMemberships } from "./accounts";
import { findAssessment, listCompanyAssessments } from "./assessments";
import { findBrand } from "./branding";
import type { Db } from "./client";
import { findCompany } from "./companies";
import { listGoalChanges } from "./goals";
import { listNewestChecks } from "./member-checks";
import { listPreviews } from "./previews";
import {
  findFrozenResult,
  findLabel,
  latestPublication,
  listEarlierPublications,
  listVersions,
} from "./publications";

const NOW = new Date("2026-07-01T00:00:00Z");
const before = { assessmentId: "a", companyId: "c", asOf: "2026-01-01", moment: NOW };
const scopes = [null, ["c", "d"]].map((companyIds) => ({ workspaceId: "w", companyIds }));

/** What the requests of people with an account ask, whoever they are and whatever else there is in the store. */
const QUERIES: [name: string, ask: (db: Db) => unknown][] = [
  ["the session", (db) => findSession(db, "x", NOW)],
  ["its user", (db) => findUser(db, "u")],
  ["their roles", (db) => listMemberships(db, "u")],
  ["the brand", (db) => findBrand(db, "w")],
  ...scopes.flatMap((scope): typeof QUERIES => {
    const whose = scope.companyIds ? "some companies" : "a workspace";
    return [
      [`an assessment of ${whose}`, (db) => findAssessment(db, scope, "a")],
      [`a company of ${whose}`, (db) => findCompany(db, scope, "c")],
      [`the assessments of a company of ${whose}`, (db) => listCompanyAssessments(db, scope, "c")],
      [`what was published of ${whose} before`, (db) => listEarlierPublications(db, scope, before)],
    ];
  }),
  ["the newest publication", (db) => latestPublication(db, "a")],
  ["its label", (db) => findLabel(db, "a")],
  ["the label of another", (db) => findLabel(db, "a", 1)],
  ["its result", (db) => findFrozenResult(db, "p")],
  ["all versions", (db) => listVersions(db, "a")],
  ["the previews", (db) => listPreviews(db, "a")],
  ["the answers to it", (db) => listNewestChecks(db, { publicationId: "p" })],
  ["the goals", (db) => listGoalChanges(db, "a")],
];

/** The statements that are compiled while something is asked. */
function compiled(db: Db, ask: () => unknown): string[] {
  const { $client: client } = db;
  const prepare = client.prepare;
  const texts: string[] = [];
  client.prepare = ((text: string) => {
    texts.push(text);
    return prepare(text);
  }) as typeof client.prepare;
  try {
    ask();
  } finally {
    client.prepare = prepare;
  }
  return texts;
}

it.each(QUERIES)("finds %s by an index, with a query that is built once", (_, ask) => {
  const db = testDatabase();
  const [text = "", ...more] = compiled(db, () => ask(db));
  expect([text === "", more]).toEqual([false, []]);
  const values = Array<null>((text.match(/\?/g) ?? []).length).fill(null);
  const plan = db.$client.prepare(`explain query plan ${text}`).all(...values) as { detail: string }[];
  const scans = plan
    .map(({ detail }) => detail)
    .filter((step) => /^SCAN/.test(step) && !/^SCAN json_each/.test(step));
  expect(scans).toEqual([]);
  expect(text).not.toContain("limit ?");
  expect(compiled(db, () => ask(db))).toEqual([]);
});

it("lists the roles over a workspace and those over companies, the oldest first", () => {
  const db = testDatabase();
  const { workspaceId, companyId } = smallStore(db);
  const other = smallStore(db);
  for (const id of ["u", "v"]) insertUser(db, { id, email: id, name: id, createdAt: NOW });
  const at = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
  const role = { userId: "u", workspaceId, companyId: null };
  insertMembership(db, { ...role, id: "second", role: "viewer", companyId, createdAt: at(2) });
  insertMembership(db, { ...role, id: "first", role: "consultant", createdAt: at(1) });
  insertMembership(db, { ...role, ...other, id: "third", role: "manager", createdAt: at(3) });
  insertMembership(db, { ...role, id: "of-v", userId: "v", role: "owner", createdAt: at(0) });
  expect(listMemberships(db, "u").map(({ id }) => id)).toEqual(["first", "second", "third"]);
  expect(listMemberships(db, "w")).toEqual([]);
});
