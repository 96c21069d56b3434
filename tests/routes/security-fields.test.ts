import { beforeAll, describe, expect, it } from "vitest";
import { findUserByEmail, listMemberships } from "#db/accounts";
import { readMail, readOutbox } from "~/use-cases/outbox";
import { readPanel } from "~/use-cases/panel";
import { readCompanyPeople } from "~/use-cases/people";
import { createTestApp, type Fields, type TestApp } from "../support/app";
import { aCompany, anAssessment, anOpenAssessment, SMALL_RUBRIC } from "../support/factories";
import type { Account } from "../support/people";
import { workspaceRow } from "../support/rows";
import { anAccount, PASSWORD, signInAs } from "../support/security-accounts";

/** What a form does not ask for and somebody sends all the same. */
const MORE: Fields = {
  ...{
    id: "chosen",
    workspaceId: "theirs",
    workspace_id: "theirs",
    companyId: "theirs",
    createdAt: "0",
    sample: "1",
  },
  ...{
    userId: "chosen",
    membershipId: "chosen",
    passwordHash: "x",
    totpSecret: "x",
    disabledAt: "1",
    stage: "full",
  },
  ...{
    state: "published",
    publishedAt: "1",
    rubricHash: "x",
    named: "1",
    options: "{}",
    note: "x",
    position: "9",
  },
  ...{
    assessmentId: "theirs",
    memberId: "theirs",
    round: "2",
    version: "7",
    source: "import",
    functionKey: "theirs",
  },
  ...{ "actor.kind": "system", "scope.workspaceId": "theirs", isAdmin: "true", admin: "1" },
  ...{ "__proto__.role": "owner", "constructor.prototype.role": "owner", "scope[companyIds]": "" },
};

let app: TestApp;
let owner: Account;
let consultant: Account;
beforeAll(async () => {
  app = await createTestApp();
  owner = await app.signIn("owner");
  consultant = await app.signIn("consultant");
});

const row = (query: string, ...values: string[]) =>
  app.services.db.$client.prepare(query).get(...values) as Record<string, unknown>;

describe("what a form does not ask for is left out", () => {
  it("of a new company", async () => {
    const name = "PT Kolom Lebih";
    const fields = { name, industry: "other", country: "ID", size: "small", offering: "services" };
    expect((await app.post("/companies/new", { ...fields, ...MORE }, { as: consultant })).status).toBe(302);
    const made = row("select * from company where name = ?", name);
    expect(made).toMatchObject({ workspace_id: app.workspaceId, sample: 0 });
    expect(made.id).not.toBe("chosen");
  });

  it("of a company that is changed", async () => {
    const id = aCompany(app);
    const fields = {
      name: "PT Berubah",
      industry: "other",
      country: "ID",
      size: "small",
      offering: "services",
    };
    await app.post(`/companies/${id}/edit`, { ...fields, ...MORE }, { as: consultant });
    expect(row("select * from company where id = ?", id)).toMatchObject({
      ...{ name: "PT Berubah", workspace_id: app.workspaceId, sample: 0 },
    });
  });

  it("of a new assessment", async () => {
    const companyId = aCompany(app);
    const page = `/companies/${companyId}/assessments/new?rubric=${SMALL_RUBRIC}`;
    const fields = {
      rubricKey: SMALL_RUBRIC,
      title: "Kolom lebih",
      asOf: "2026-06-30",
      quorum: "1",
      language: "id",
    };
    const answer = await app.post(page, { ...MORE, ...fields }, { as: consultant });
    expect(answer.status).toBe(302);
    const made = row("select * from assessment where company_id = ?", companyId);
    expect(made).toMatchObject({ title: "Kolom lebih", workspace_id: app.workspaceId, state: "draft" });
    expect(made).toMatchObject({ published_at: null, note: null });
    expect(made.id).not.toBe("chosen");
  });

  it("of a new member of a panel", async () => {
    const id = anAssessment(app, aCompany(app));
    const fields = {
      intent: "add",
      name: "Ani",
      email: "ani@example.com",
      perspective: "expert",
      weight: "1",
    };
    await app.post(`/assessments/${id}/panel`, { ...fields, ...MORE }, { as: consultant });
    expect(readPanel(app.context(), id)).toMatchObject([{ assessmentId: id, position: 1, removedAt: null }]);
  });

  it("of a judgment", async () => {
    const { assessmentId, members } = anOpenAssessment(app);
    const [own = "", other = ""] = members;
    const as = await app.sitDown(assessmentId, own);
    const fields = { level: "1", confidence: "2", rationale: "x", ...MORE, memberId: other, member: other };
    // The round that the form was drawn for is a field of it; another one than the present is refused elsewhere.
    const asked = { ...fields, round: "1" };
    expect((await app.post("/assess/functions/intake", asked, { as })).status).toBe(302);
    expect(row("select * from judgment where member_id in (?, ?)", own, other)).toMatchObject({
      ...{ member_id: own, function_key: "intake", round: 1, version: 1, source: "assessor" },
    });
  });
});

describe("a role", () => {
  it("is not chosen by whoever sends the form", async () => {
    const companyId = aCompany(app);
    const give = (email: string, role: string, as: Account) =>
      app.post(`/companies/${companyId}/people`, { intent: "add", name: "W", email, ...MORE, role }, { as });
    for (const role of ["owner", "consultant", "admin", ""]) {
      expect((await give("w@example.com", role, consultant)).status).toBe(400);
    }
    const manager = await app.signIn("manager", companyId);
    expect((await give("w@example.com", "manager", manager)).status).not.toBe(200);
    expect(findUserByEmail(app.services.db, "w@example.com")).toBeUndefined();
    await app.post(
      "/people",
      { intent: "add", name: "W", email: "k@example.com", ...MORE, role: "owner" },
      { as: owner },
    );
    const made = findUserByEmail(app.services.db, "k@example.com");
    expect(made && listMemberships(app.services.db, made.id)).toMatchObject([
      { role: "consultant", workspaceId: app.workspaceId, companyId: null },
    ]);
  });

  it("over another company is neither given nor taken by a manager", async () => {
    const [own, other] = [aCompany(app), aCompany(app)];
    const manager = await app.signIn("manager", own);
    const viewer = await app.signIn("viewer", other);
    const person = readCompanyPeople(app.context(), other)[0]?.membershipId ?? "";
    for (const intent of ["remove", "renew"]) {
      const fields = { intent, person, companyId: other };
      expect((await app.post(`/companies/${own}/people`, fields, { as: manager })).status).toBe(404);
    }
    expect((await app.get(`/companies/${other}`, { as: viewer })).status).toBe(200);
  });

  it("of a manager is not taken by another manager", async () => {
    const companyId = aCompany(app);
    const [one, two] = [await app.signIn("manager", companyId), await app.signIn("manager", companyId)];
    const people = readCompanyPeople(app.context(), companyId);
    const person = people.find(({ email }) => email === two.email)?.membershipId ?? "";
    for (const intent of ["remove", "renew"]) {
      const answer = await app.post(`/companies/${companyId}/people`, { intent, person }, { as: one });
      expect(answer.status).toBe(409);
      expect(answer.body).not.toMatch(/\/account\/[\w-]{43}/);
    }
    expect(readCompanyPeople(app.context(), companyId)).toHaveLength(2);
  });
});

describe("a workspace", () => {
  it("is chosen among one's own only", async () => {
    const theirs = workspaceRow(app.services.db);
    const answer = await app.post("/me", { intent: "workspace", workspaceId: theirs }, { as: consultant });
    expect(answer.status).toBe(404);
    expect(row("select count(*) as n from session where workspace_id = ?", theirs)).toEqual({ n: 0 });
  });
});

describe("a message", () => {
  it("that opens the account of somebody with more power is not shown to a consultant", async () => {
    const strong = await anAccount(app, "owner");
    const other = await anAccount(app, "consultant");
    for (const email of [strong.email, other.email]) await app.post("/forgot-password", { email });
    const mails = readOutbox(app.context()).filter(({ kind }) => kind === "reset");
    expect(mails).toHaveLength(2);
    for (const { id, recipient } of mails) {
      const link = /\/account\/[\w-]{43}/.exec(readMail(app.context(), id).text)?.[0] ?? "no link";
      const seenBy = async (as: Account) =>
        [`/mail/${id}`, `/mail/${id}.data`].map(async (path) =>
          (await app.get(path, { as })).body.includes(link),
        );
      expect(await Promise.all(await seenBy(consultant)), recipient).toEqual([false, false]);
      expect(await Promise.all(await seenBy(owner)), recipient).toEqual(
        recipient === strong.email ? [false, false] : [true, true],
      );
      expect((await app.get(link)).status).toBe(200);
    }
    const { answer } = await signInAs(app, strong.email, { password: PASSWORD });
    expect(answer.status).toBe(302);
  });
});
