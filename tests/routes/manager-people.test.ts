import { beforeEach, describe, expect, it } from "vitest";
import { m } from "~/i18n/messages";
import { readCompanyPeople } from "~/use-cases/people";
import { createTestApp, type TestApp } from "../support/app";
import { aCompany } from "../support/factories";
import { attributes, textOf } from "../support/html";
import type { Account } from "../support/people";

let app: TestApp;
let companyId: string;
let page: string;
let manager: Account;

beforeEach(async () => {
  app = await createTestApp();
  companyId = aCompany(app);
  page = `/companies/${companyId}/people`;
  manager = await app.signIn("manager", companyId);
});

const roles = () => readCompanyPeople(app.context(), companyId).map(({ role }) => role);
const idOf = (email: string) =>
  readCompanyPeople(app.context(), companyId).find((person) => person.email === email)?.membershipId ?? "";
const linkOn = (html: string) =>
  attributes(html, "input", "value").flatMap((value) => /\/account\/[\w-]+$/.exec(value)?.[0] ?? [])[0];
const add = (role: string) => ({ intent: "add", name: "Wati", email: "wati@example.com", role });

describe("a manager", () => {
  it("finds the people from the company's page and gives a viewer access", async () => {
    const company = await app.get(`/companies/${companyId}`, { as: manager });
    expect(attributes(company.body, "a", "href")).toContain(page);
    const { body } = await app.get(page, { as: manager });
    expect(attributes(body, "input", "type")).not.toContain("radio");
    const given = await app.post(page, add("viewer"), { as: manager });
    const wati = app.visitor();
    await app.post(linkOn(given.body) ?? "", { password: "empat kata yang panjang" }, { as: wati });
    expect((await app.get(`/companies/${companyId}`, { as: wati })).status).toBe(200);
    expect((await app.get(page, { as: wati })).status).toBe(404);
  });

  it("gives no role but that of a viewer", async () => {
    for (const role of ["manager", "consultant", "owner", ""]) {
      expect((await app.post(page, add(role), { as: manager })).status).toBe(400);
    }
    expect(roles()).toEqual(["manager"]);
  });

  it("renews and removes viewers, and is offered nothing else", async () => {
    const viewer = await app.signIn("viewer", companyId);
    const other = await app.signIn("manager", companyId);
    const offered = attributes((await app.get(page, { as: manager })).body, "input", "value");
    expect(offered).toContain(idOf(viewer.email));
    for (const { email } of [other, manager]) {
      const person = idOf(email);
      expect(offered).not.toContain(person);
      for (const intent of ["renew", "remove"]) {
        const answer = await app.post(page, { intent, person }, { as: manager });
        expect(answer.status).toBe(409);
        expect(textOf(answer.body)).toContain(m.consultant_person_viewers_only());
        expect(linkOn(answer.body)).toBeUndefined();
      }
    }
    const person = idOf(viewer.email);
    expect(linkOn((await app.post(page, { intent: "renew", person }, { as: manager })).body)).toBeDefined();
    expect((await app.post(page, { intent: "remove", person }, { as: manager })).location).toBe(page);
    expect(roles()).toEqual(["manager", "manager"]);
  });

  it("reaches no other company", async () => {
    const other = aCompany(app);
    const viewer = await app.signIn("viewer", other);
    const foreign = `/companies/${other}/people`;
    expect((await app.get(foreign, { as: manager })).status).toBe(404);
    expect((await app.post(foreign, add("viewer"), { as: manager })).status).toBe(404);
    const [person = ""] = readCompanyPeople(app.context(), other).map(({ membershipId }) => membershipId);
    expect((await app.post(page, { intent: "remove", person }, { as: manager })).status).toBe(404);
    expect((await app.get(`/companies/${other}`, { as: viewer })).status).toBe(200);
  });
});
