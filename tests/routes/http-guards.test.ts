import { beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../support/app";
import { type Address, addresses, fill } from "../support/build";
import { aJudgedAssessment } from "../support/factories";
import type { Person } from "../support/people";
import { assessmentRow, companyRow, judgmentRow, memberRow, workspaceRow } from "../support/rows";

/** Addresses that anybody may open. Every other one must guard itself, also one that is added tomorrow. */
const PUBLIC = [
  "/",
  "/sign-in",
  "/sign-out",
  "/language",
  "/schemas/bundle-1.json",
  "/.well-known/selaras-signing-key",
  "/help",
  "/privacy",
  "/account/:token",
  "/confirm-email/:token",
  "/forgot-password",
  "/sso",
  "/sso/callback",
  "/i/:token",
  "/share/:token",
  "/share/:token/:shareFile",
  "/brand/:workspaceId/:brandFile",
  "/invitation",
  "/assess/leave",
  "/*",
];

/** Forms of one's own account and panel seat: whoever has one may send them. */
const OWN = [
  "/me",
  "/me/data",
  "/me/data/download",
  "/me/second-factor",
  "/assess/data/download",
  "/sign-in/code",
  "/sign-in/enrol",
];

const isPublic = ({ path }: Address) => PUBLIC.includes(path) || path.startsWith("/help/");
const guarded = (await addresses()).filter((address) => !isPublic(address));
const workspacePages = guarded.filter(({ path }) => !path.startsWith("/assess/") && path !== "/assess");
const named = (list: Address[]) => list.map((address) => [address.path, address] as const);

let app: TestApp;
let owner: Person;
let viewer: Person;
/** Ids that exist, in a workspace that nobody of this test has to do with. */
let foreign: Record<string, string>;

beforeAll(async () => {
  app = await createTestApp();
  const { db } = app.services;
  const workspaceId = workspaceRow(db);
  const companyId = companyRow(db, workspaceId);
  const assessmentId = assessmentRow(db, workspaceId, companyId, { state: "open" });
  const memberId = memberRow(db, assessmentId);
  judgmentRow(db, memberId, "intake", { level: 2 });
  foreign = { companyId, assessmentId, memberId };
  owner = await app.signIn("owner");
  viewer = await app.signIn("viewer", aJudgedAssessment(app, [[1, 1, 1]], { published: true }).companyId);
});

/** Everything that is stored, but for the traces that requests leave by themselves. */
function stored(): string {
  const { $client } = app.services.db;
  const tables = [
    "company",
    "assessment",
    "panel_member",
    "invitation",
    "judgment",
    "submission",
    "publication",
    "membership",
  ];
  return JSON.stringify(tables.map((table) => $client.prepare(`select * from ${table} order by id`).all()));
}

/** Fields that would do something on one page or another. */
const ATTEMPT = {
  intent: "close",
  confirmed: "yes",
  name: "X",
  title: "X",
  email: "x@example.com",
  level: "1",
};

it("knows the addresses of the app", () => {
  expect(workspacePages.length).toBeGreaterThan(10);
  expect(guarded.filter(({ path }) => path.startsWith("/assess")).length).toBeGreaterThan(3);
});

describe("somebody who is not signed in", () => {
  it.each(named(guarded))(
    "is sent to sign in or to their invitation by %s, and changes nothing",
    async (_path, address) => {
      const path = fill(address.path, foreign);
      const visitor = app.visitor();
      const before = stored();
      if (address.loads) {
        const { status, location } = await app.get(path, { as: visitor });
        expect({ status, location }).toEqual({
          status: 302,
          // A download's address leads to its page, which guards itself.
          location: expect.stringMatching(/^\/(sign-in|invitation|(me|assess)\/data$)/),
        });
        const { status: dataStatus, body } = await app.get(`${path}.data`, { as: visitor });
        expect([200, 202]).toContain(dataStatus);
        expect(body).toMatch(/SingleFetchRedirect|sign-in|invitation|\/data/);
      }
      if (address.acts) {
        const { status } = await app.post(path, ATTEMPT, { as: visitor });
        expect([302, 409]).toContain(status);
      }
      expect(stored()).toBe(before);
    },
  );
});

describe("the owner of another workspace", () => {
  it.each(named(workspacePages.filter(({ path }) => path.includes(":"))))(
    "is told by %s that there is no such thing, and changes nothing",
    async (_path, address) => {
      const path = fill(address.path, foreign);
      const before = stored();
      if (address.loads) expect((await app.get(path, { as: owner })).status).toBe(404);
      if (address.acts) expect((await app.post(path, ATTEMPT, { as: owner })).status).toBe(404);
      expect(stored()).toBe(before);
    },
  );

  it.each(named(workspacePages.filter(({ path }) => path.includes(":"))))(
    "is told the same by %s for an id that nobody has",
    async (_path, address) => {
      const path = fill(address.path, { companyId: "none", assessmentId: "none", memberId: "none" });
      if (address.loads) expect((await app.get(path, { as: owner })).status).toBe(404);
      if (address.acts) expect((await app.post(path, ATTEMPT, { as: owner })).status).toBe(404);
    },
  );
});

describe("somebody who only reads their company", () => {
  it.each(named(workspacePages.filter(({ path, acts }) => acts && !OWN.includes(path))))(
    "can post nothing to %s",
    async (_path, address) => {
      const before = stored();
      const own = app.services.db.$client
        .prepare("select id, company_id from assessment where state = 'published'")
        .get();
      const { id, company_id } = own as { id: string; company_id: string };
      for (const ids of [foreign, { assessmentId: id, companyId: company_id, memberId: "none" }]) {
        expect((await app.post(fill(address.path, ids), ATTEMPT, { as: viewer })).status).toBe(404);
      }
      expect(stored()).toBe(before);
    },
  );
});
