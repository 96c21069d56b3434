import { beforeEach, describe, expect, it } from "vitest";
import { findUser } from "#db/accounts";
import { m } from "~/i18n/messages";
import { readOutbox } from "~/use-cases/outbox";
import { readSecondFactor } from "~/use-cases/second-factor";
import { createTestApp, type Fields, type TestApp } from "../support/app";
import { attributes, textOf } from "../support/html";
import type { Person } from "../support/people";
import { anAccount, isSignedIn, PASSWORD, type Registered, signInAs } from "../support/security-accounts";

let app: TestApp;
beforeEach(async () => {
  app = await createTestApp();
});

/** Somebody signed in, with a second factor where wanted. */
async function aPerson(secondFactor = false): Promise<Registered & { as: Person }> {
  const account = await anAccount(app, "consultant", { secondFactor });
  const { as } = await signInAs(app, account.email);
  if (secondFactor) await app.post("/sign-in/code", { code: account.code() }, { as });
  expect(await isSignedIn(app, as)).toBe(true);
  return { ...account, as };
}

const hasFactor = (userId: string) => readSecondFactor(app.context(), userId).enabled;

describe("an open session alone is not enough", () => {
  it.each<[string, boolean, Fields, string]>([
    ["ask for another address", false, { intent: "email", email: "baru@example.com" }, "emailPassword"],
    ["make new recovery codes", true, { intent: "recovery-codes" }, "factorPassword"],
    ["turn the second factor off", true, { intent: "disable-factor" }, "factorPassword"],
    ["change the password", false, { intent: "password", password: "delapan ekor pelikan" }, "current"],
  ])("to %s: the password is asked for again", async (_what, factor, fields, field) => {
    const { as, userId } = await aPerson(factor);
    const before = findUser(app.services.db, userId);
    for (const wrong of ["", "bukan kata sandinya"]) {
      const { status, body } = await app.post("/me", { ...fields, [field]: wrong }, { as });
      expect(status).toBe(400);
      expect(textOf(body)).toContain(m.account_me_password_wrong());
    }
    expect(findUser(app.services.db, userId)).toEqual(before);
    expect(readOutbox(app.context())).toEqual([]);
    const done = await app.post("/me", { ...fields, [field]: PASSWORD }, { as });
    expect([200, 302]).toContain(done.status);
  });

  it("to set up a second factor, whose secret stays the same meanwhile", async () => {
    const { as, userId } = await aPerson();
    const page = await app.get("/me/second-factor", { as });
    const secretOn = (body: string) =>
      attributes(body, "input", "value").find((value) => /^[A-Z2-7]{32}$/.test(value));
    const secret = secretOn(page.body) ?? "";
    const refused = await app.post("/me/second-factor", { secret, code: "000000", current: "" }, { as });
    expect(refused.status).toBe(400);
    expect(textOf(refused.body)).toContain(m.account_me_password_wrong());
    expect(secretOn(refused.body)).toBe(secret);
    expect(hasFactor(userId)).toBe(false);
  });

  it("and guessing at it is slowed", async () => {
    const { as } = await aPerson();
    const statuses = [];
    for (let guess = 0; guess < 11; guess++) {
      const fields = { intent: "email", email: "baru@example.com", emailPassword: `tebakan ${guess}` };
      statuses.push((await app.post("/me", fields, { as })).status);
    }
    expect(statuses).toEqual([...new Array<number>(10).fill(400), 429]);
    expect(readOutbox(app.context())).toEqual([]);
  });
});

it("is not asked of an account that has no password", async () => {
  const as = await app.signIn("consultant");
  expect(attributes((await app.get("/me", { as })).body, "input", "name")).not.toContain("emailPassword");
  expect((await app.post("/me", { intent: "email", email: "baru@example.com" }, { as })).status).toBe(302);
  const first = { intent: "password", current: "", password: "delapan ekor pelikan" };
  expect((await app.post("/me", first, { as })).status).toBe(404);
  expect(findUser(app.services.db, as.userId)?.passwordHash).toBeNull();
});

it("takes the current password as it is, spaces included", async () => {
  const { as, email } = await aPerson();
  const spaced = "  tujuh ekor bangau  ";
  await app.post("/me", { intent: "password", current: PASSWORD, password: spaced }, { as });
  const again = { intent: "password", current: spaced, password: "delapan ekor pelikan" };
  expect((await app.post("/me", { ...again, current: spaced.trim() }, { as })).status).toBe(400);
  expect((await app.post("/me", again, { as })).status).toBe(302);
  expect((await signInAs(app, email, { password: "delapan ekor pelikan" })).answer.status).toBe(302);
});

it("sends no more than three pairs of messages an hour about another address", async () => {
  const { as } = await aPerson();
  const fields = { intent: "email", email: "baru@example.com", emailPassword: PASSWORD };
  const statuses = [];
  for (let time = 0; time < 4; time++) statuses.push((await app.post("/me", fields, { as })).status);
  expect(statuses).toEqual([302, 302, 302, 429]);
  expect(readOutbox(app.context())).toHaveLength(6);
});

it("leaves no session open behind one that is begun in the same browser", async () => {
  const first = await aPerson();
  const other = await anAccount(app, "consultant");
  const cookies = first.as.jar.header();
  await signInAs(app, other.email, { as: first.as });
  expect(first.as.jar.header()).not.toBe(cookies);
  expect((await app.get("/me", { headers: { Cookie: cookies } })).status).toBe(302);
});

describe("a password that is guessed first", () => {
  it("is refused to the owner, once and beside the field", async () => {
    const { email, as } = await aPerson();
    const change = (password: string) =>
      app.post("/me", { intent: "password", current: PASSWORD, password }, { as });
    const common = await change("Password2026!");
    expect(common.status).toBe(400);
    expect(textOf(common.body)).toContain(m.account_password_common());
    const own = await change(email);
    expect(own.status).toBe(400);
    expect(textOf(own.body)).toContain(m.account_password_personal());
    expect((await signInAs(app, email)).answer.status).toBe(302);
  });
});
