import { beforeEach, describe, expect, it } from "vitest";
import { findUserByEmail, listMemberships } from "#db/accounts";
import { m } from "~/i18n/messages";
import { createOwnerLink, LINK_LIFETIME } from "~/use-cases/accounts";
import { createTestApp, type TestApp } from "../support/app";
import { attributes, firstText, textOf } from "../support/html";
import { createOwner, isSignedIn, OWNER, ownerLink } from "../support/owner-link";
import type { Person } from "../support/people";

let app: TestApp;
let visitor: Person;
beforeEach(async () => {
  app = await createTestApp();
  visitor = app.visitor();
});

describe("the owner's link", () => {
  it("creates the owner, signs in and welcomes by name", async () => {
    const link = ownerLink(app);
    expect(firstText((await app.get(link)).body, "h1")).toBe(m.account_owner_title());
    const answer = await app.post(link, OWNER, { as: visitor });
    expect(answer).toMatchObject({ status: 302, location: "/companies" });
    const user = findUserByEmail(app.services.db, OWNER.email);
    expect(user && listMemberships(app.services.db, user.id)).toMatchObject([
      { role: "owner", workspaceId: app.workspaceId, companyId: null },
    ]);
    expect(await isSignedIn(app, visitor)).toBe(true);
    expect(textOf((await app.get("/help", { as: visitor })).body)).toContain(
      m.account_welcome({ name: OWNER.name }),
    );
  });

  it("is not used up by looking at it", async () => {
    const link = ownerLink(app);
    for (let look = 0; look < 3; look++) expect((await app.get(link)).status).toBe(200);
    expect((await app.post(link, OWNER)).status).toBe(302);
  });

  it("works once", async () => {
    const link = ownerLink(app);
    await app.post(link, OWNER);
    expect((await app.get(link)).status).toBe(404);
    const second = await app.post(link, { ...OWNER, email: "penyusup@example.com" }, { as: visitor });
    expect(second.status).toBe(404);
    expect(findUserByEmail(app.services.db, "penyusup@example.com")).toBeUndefined();
    expect(await isSignedIn(app, visitor)).toBe(false);
  });

  it("works for seven days and not longer", async () => {
    const link = ownerLink(app);
    app.advance(LINK_LIFETIME - 1);
    expect((await app.get(link)).status).toBe(200);
    app.advance(1);
    const page = await app.get(link);
    expect(page.status).toBe(404);
    expect(firstText(page.body, "h1")).toBe(m.account_link_dead_title());
    expect((await app.post(link, OWNER)).status).toBe(404);
  });

  it("stops working when a newer one is made, and none is made once there is an owner", async () => {
    const older = ownerLink(app);
    await createOwner(app);
    expect((await app.get(older)).status).toBe(404);
    expect(createOwnerLink(app.context(), app.workspaceId)).toBeNull();
  });

  it("keeps nothing of the token but its hash", () => {
    const token = ownerLink(app).split("/").at(-1) ?? "";
    const kept = app.services.db.$client.prepare("select * from account_link").all();
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain(token);
  });
});

describe("a password", () => {
  it.each([
    ["too short", "123456789", m.account_password_short({ min: 10 })],
    ["too long", "x".repeat(129), m.account_password_long({ max: 128 })],
  ])(
    "that is %s is refused, with everything else kept and the password not shown",
    async (_what, password, why) => {
      const link = ownerLink(app);
      const { status, body } = await app.post(link, { ...OWNER, password });
      expect(status).toBe(400);
      expect(textOf(body)).toContain(why);
      expect(firstText(body, "title")).toBe(
        m.error_title_prefix({ title: `${m.account_owner_title()} · ${m.app_name()}` }),
      );
      expect(attributes(body, "input", "value")).toEqual(expect.arrayContaining([OWNER.name, OWNER.email]));
      expect(body.includes(password), "the page holds the password").toBe(false);
      expect((await app.get(link)).status).toBe(200);
    },
  );

  it("may be any words, in any script, with spaces kept", async () => {
    const password = "  kata sandi 🔑 ค  ";
    await app.post(ownerLink(app), { ...OWNER, password });
    await app.post("/sign-in", { email: OWNER.email, password }, { as: visitor });
    expect(await isSignedIn(app, visitor)).toBe(true);
    const trimmed = await app.post("/sign-in", { email: OWNER.email, password: password.trim() });
    expect(trimmed.status).toBe(400);
  });

  it("is stored as argon2id only", async () => {
    await createOwner(app);
    expect(findUserByEmail(app.services.db, OWNER.email)?.passwordHash).toMatch(/^\$argon2id\$/);
    const everything = app.services.db.$client.prepare("select * from user, audit_event").all();
    expect(JSON.stringify(everything)).not.toContain(OWNER.password);
  });
});
