import { beforeEach, describe, expect, it } from "vitest";
import { m } from "~/i18n/messages";
import { addPerson, createPasswordLink } from "~/use-cases/accounts";
import { USER_SESSION } from "~/use-cases/sessions";
import { createTestApp, type TestApp } from "../support/app";
import { attributes, textOf } from "../support/html";
import { createOwner, isSignedIn, OWNER } from "../support/owner-link";
import type { Person } from "../support/people";

let app: TestApp;
let visitor: Person;
beforeEach(async () => {
  app = await createTestApp();
  visitor = app.visitor();
});

describe("signing in", () => {
  beforeEach(() => createOwner(app));

  it("goes to the page that asked for it", async () => {
    const path = "/companies/new?from=test";
    const asked = await app.get(path, { as: visitor });
    const signIn = `/sign-in?next=${encodeURIComponent(path)}`;
    expect(asked).toMatchObject({ status: 302, location: signIn });
    const form = await app.get(signIn, { as: visitor });
    expect(attributes(form.body, "input", "value")).toContain(path);
    const answer = await app.post("/sign-in", { ...OWNER, next: path }, { as: visitor });
    expect(answer).toMatchObject({ status: 302, location: path });
    expect(await isSignedIn(app, visitor)).toBe(true);
  });

  it("does not mind how the address is written", async () => {
    await app.post("/sign-in", { ...OWNER, email: ` ${OWNER.email.toUpperCase()} ` }, { as: visitor });
    expect(await isSignedIn(app, visitor)).toBe(true);
  });

  it("answers a wrong password and an unknown address alike", async () => {
    const wrong = await app.post(
      "/sign-in",
      { email: OWNER.email, password: "bukan yang ini" },
      { as: visitor },
    );
    const unknown = await app.post("/sign-in", { email: "bukan@example.com", password: "bukan yang ini" });
    expect(wrong.status).toBe(400);
    expect(textOf(wrong.body)).toContain(m.account_sign_in_wrong());
    expect(unknown.status).toBe(wrong.status);
    expect(textOf(unknown.body)).toBe(textOf(wrong.body));
    expect([wrong, unknown].map(({ headers }) => headers.getSetCookie())).toEqual([[], []]);
    expect(wrong.body.includes("bukan yang ini"), "the page holds the password").toBe(false);
    expect(await isSignedIn(app, visitor)).toBe(false);
  });

  it("is refused to somebody who has not chosen a password yet", async () => {
    const { workspaceId } = app;
    const person = { workspaceId, name: "Maya", email: "maya@example.com", role: "consultant" as const };
    const userId = addPerson(app.context(), { ...person, companyId: null });
    for (const password of ["", "null", "tujuh ekor bangau"]) {
      const answer = await app.post("/sign-in", { email: person.email, password }, { as: visitor });
      expect(answer.status).toBe(400);
    }
    const link = `/account/${createPasswordLink(app.context(), workspaceId, userId)}`;
    expect(textOf((await app.get(link)).body)).toContain(person.email);
    expect((await app.post(link, { password: OWNER.password }, { as: visitor })).status).toBe(302);
    expect(await isSignedIn(app, visitor)).toBe(true);
  });

  it("says what is missing, without JavaScript", async () => {
    const { status, body } = await app.post("/sign-in", { email: "dewi", password: OWNER.password });
    expect(status).toBe(400);
    expect(body.includes(OWNER.password), "the page holds the password").toBe(false);
    expect(attributes(body, "a", "href")).toContain("#field-email");
    expect(textOf(body)).toContain(m.form_email());
  });
});

describe("a session", () => {
  beforeEach(() => createOwner(app));
  const signIn = () => app.post("/sign-in", OWNER, { as: visitor });

  it("ends on the server when somebody signs out, also for a copied cookie", async () => {
    await signIn();
    const copied = visitor.jar.get("session") ?? "";
    const thief = app.visitor();
    thief.jar.take(`session=${copied}`);
    expect(await isSignedIn(app, thief)).toBe(true);
    const out = await app.post("/sign-out", {}, { as: visitor });
    expect(out).toMatchObject({ status: 302, location: "/" });
    expect(out.headers.get("Clear-Site-Data")).toBe('"cache"');
    expect(visitor.jar.get("session")).toBeUndefined();
    expect(await isSignedIn(app, thief)).toBe(false);
    expect(
      app.services.db.$client.prepare("select count(*) from session where user_id is not null").pluck().get(),
    ).toBe(1);
  });

  it("is not ended by looking at the address that ends it", async () => {
    await signIn();
    await app.get("/sign-out", { as: visitor });
    expect(await isSignedIn(app, visitor)).toBe(true);
  });

  it("is over after three days away", async () => {
    await signIn();
    app.advance(USER_SESSION.idle);
    expect(await isSignedIn(app, visitor)).toBe(true);
    app.advance(USER_SESSION.idle + 1);
    expect(await isSignedIn(app, visitor)).toBe(false);
  });

  it("is over after two weeks, however busy", async () => {
    await signIn();
    for (let day = 1; day < 14; day++) {
      app.advance(USER_SESSION.absolute / 14);
      expect(await isSignedIn(app, visitor)).toBe(true);
    }
    app.advance(USER_SESSION.absolute / 14);
    expect(await isSignedIn(app, visitor)).toBe(false);
  });

  it("does not outlive the account", async () => {
    await signIn();
    app.services.db.$client.exec("update user set disabled_at = 1");
    expect(await isSignedIn(app, visitor)).toBe(false);
  });

  it("cannot be made up", async () => {
    for (const value of ["x", "InRva2VuIg==", "InRva2VuIg==.c2lnbmF0dXJl"]) {
      const forger = app.visitor();
      forger.jar.take(`session=${encodeURIComponent(value)}`);
      expect(await isSignedIn(app, forger)).toBe(false);
    }
  });
});
