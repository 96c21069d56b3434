import { beforeAll, describe, expect, it } from "vitest";
import { m } from "~/i18n/messages";
import { readCompanyPeople, readStaff } from "~/use-cases/people";
import { createTestApp, type TestApp } from "../support/app";
import { aCompany } from "../support/factories";
import { attributes, textOf } from "../support/html";
import type { Account } from "../support/people";

let app: TestApp;
let owner: Account;
let consultant: Account;
beforeAll(async () => {
  app = await createTestApp();
  owner = await app.signIn("owner");
  consultant = await app.signIn("consultant");
});

let count = 0;
const newEmail = () => `orang${++count}@example.com`;
const linkOn = (html: string) =>
  attributes(html, "input", "value").flatMap((value) => /\/account\/[\w-]+$/.exec(value)?.[0] ?? [])[0];
const peopleOf = (companyId: string) => readCompanyPeople(app.context(), companyId);
const give = (companyId: string, email: string, as: Account = consultant) =>
  app.post(`/companies/${companyId}/people`, { intent: "add", name: "Wati", email, role: "viewer" }, { as });

describe("giving somebody of a company access", () => {
  it("shows a link once, by which they choose a password and see the company", async () => {
    const companyId = aCompany(app);
    const given = await give(companyId, newEmail());
    expect(given.status).toBe(200);
    const link = linkOn(given.body) ?? "";
    expect(
      linkOn((await app.get(`/companies/${companyId}/people`, { as: consultant })).body),
    ).toBeUndefined();
    const wati = app.visitor();
    await app.post(link, { password: "empat kata yang panjang" }, { as: wati });
    expect((await app.get(`/companies/${companyId}`, { as: wati })).status).toBe(200);
    expect(peopleOf(companyId)[0]).toMatchObject({ name: "Wati", role: "viewer", active: true });
  });

  it.each<[string, Record<string, string>]>([
    ["name", { name: "" }],
    ["email", { email: "wati@" }],
    ["role", { role: "owner" }],
  ])("is refused with a wrong %s (%j)", async (field, wrong) => {
    const companyId = aCompany(app);
    const fields = { intent: "add", name: "Wati", email: newEmail(), role: "viewer", ...wrong };
    const answer = await app.post(`/companies/${companyId}/people`, fields, { as: consultant });
    expect(answer.status).toBe(400);
    expect(attributes(answer.body, "a", "href")).toContain(`#field-${field}`);
    expect(peopleOf(companyId)).toEqual([]);
  });

  it("is refused to whoever has it, staff included", async () => {
    const companyId = aCompany(app);
    const email = newEmail();
    await give(companyId, email);
    for (const taken of [email, consultant.email, owner.email]) {
      const again = await give(companyId, taken);
      expect(again.status).toBe(400);
      expect(textOf(again.body)).toContain(m.consultant_person_taken());
      expect(linkOn(again.body)).toBeUndefined();
    }
    expect(peopleOf(companyId)).toHaveLength(1);
  });

  it("needs no link for an account that has a password", async () => {
    const [first, second] = [aCompany(app), aCompany(app)];
    const email = newEmail();
    const link = linkOn((await give(first, email)).body) ?? "";
    await app.post(link, { password: "empat kata yang panjang" });
    const given = await give(second, email);
    expect(textOf(given.body)).toContain(m.consultant_person_has_account({ email }));
    expect(linkOn(given.body)).toBeUndefined();
    expect(peopleOf(second)).toHaveLength(1);
  });
});

describe("a new link", () => {
  it("stops the one before", async () => {
    const companyId = aCompany(app);
    const page = `/companies/${companyId}/people`;
    const first = linkOn((await give(companyId, newEmail())).body) ?? "";
    const person = peopleOf(companyId)[0]?.membershipId ?? "";
    const second = linkOn((await app.post(page, { intent: "renew", person }, { as: consultant })).body) ?? "";
    expect((await app.get(first)).status).toBe(404);
    expect((await app.get(second)).status).toBe(200);
  });

  it("is not made by a consultant for an account that can do more than read a company", async () => {
    const companyId = aCompany(app);
    const viewer = await app.signIn("viewer", companyId);
    const staff = { intent: "add", name: "V", email: viewer.email };
    expect((await app.post("/people", staff, { as: owner })).status).toBe(200);
    const person = peopleOf(companyId)[0]?.membershipId ?? "";
    const fields = { intent: "renew", person };
    const answer = await app.post(`/companies/${companyId}/people`, fields, { as: consultant });
    expect(answer.status).toBe(409);
    expect(linkOn(answer.body)).toBeUndefined();
    expect(textOf(answer.body)).toContain(m.consultant_person_forbidden());
  });

  it("is not made for the owner, whose account would then be another's", async () => {
    const person = readStaff(app.context()).find(({ role }) => role === "owner")?.membershipId ?? "";
    const answer = await app.post("/people", { intent: "renew", person }, { as: owner });
    expect(answer.status).toBe(409);
    expect(linkOn(answer.body)).toBeUndefined();
  });

  it("is not made for a person of another company", async () => {
    const [one, other] = [aCompany(app), aCompany(app)];
    await app.signIn("viewer", other);
    const person = peopleOf(other)[0]?.membershipId ?? "";
    const fields = { intent: "renew", person };
    expect((await app.post(`/companies/${one}/people`, fields, { as: consultant })).status).toBe(404);
  });
});

describe("taking access away", () => {
  it("works from the next request on", async () => {
    const companyId = aCompany(app);
    const viewer = await app.signIn("viewer", companyId);
    const page = `/companies/${companyId}/people`;
    const person = peopleOf(companyId)[0]?.membershipId ?? "";
    expect((await app.post(page, { intent: "remove", person }, { as: consultant })).location).toBe(page);
    expect((await app.get(`/companies/${companyId}`, { as: viewer })).status).not.toBe(200);
    expect(peopleOf(companyId)).toEqual([]);
  });

  it("ends a link that was not used yet", async () => {
    const companyId = aCompany(app);
    const link = linkOn((await give(companyId, newEmail())).body) ?? "";
    const person = peopleOf(companyId)[0]?.membershipId ?? "";
    await app.post(`/companies/${companyId}/people`, { intent: "remove", person }, { as: consultant });
    expect((await app.get(link)).status).toBe(404);
  });
});

describe("the staff", () => {
  it("is the owner's to manage, and nobody else's", async () => {
    expect((await app.get("/people", { as: consultant })).status).toBe(404);
    const fields = { intent: "add", name: "Baru", email: newEmail() };
    expect((await app.post("/people", fields, { as: consultant })).status).toBe(404);
    const given = await app.post("/people", fields, { as: owner });
    expect(linkOn(given.body)).toBeDefined();
    expect(readStaff(app.context()).find(({ email }) => email === fields.email)?.role).toBe("consultant");
  });

  it("loses a consultant at once, and never the owner", async () => {
    const leaving = await app.signIn("consultant");
    const idOf = (email: string) =>
      readStaff(app.context()).find((person) => person.email === email)?.membershipId ?? "";
    const remove = (email: string) =>
      app.post("/people", { intent: "remove", person: idOf(email) }, { as: owner });
    expect((await remove(leaving.email)).status).toBe(302);
    expect((await app.get("/companies", { as: leaving })).location).toMatch(/^\/sign-in/);
    expect((await remove(owner.email)).status).toBe(409);
    expect((await app.get("/people", { as: owner })).status).toBe(200);
  });
});
