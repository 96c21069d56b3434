import { beforeEach, describe, expect, it } from "vitest";
import { findUserByEmail } from "#db/accounts";
import { readMail, readOutbox } from "~/use-cases/outbox";
import { createTestApp, type TestApp } from "../support/app";
import { textOf } from "../support/html";
import { anAccount, isSignedIn, PASSWORD, type Registered, signInAs } from "../support/security-accounts";
import { stored } from "../support/security-crawl";

const MINUTE = 60_000;
const CHANGED = "delapan ekor pelikan";

let app: TestApp;
let account: Registered;
beforeEach(async () => {
  app = await createTestApp();
  account = await anAccount(app, "consultant");
});

const forget = (email = account.email) => app.post("/forgot-password", { email });
/** The links in the messages to an address, the newest last. */
const linksTo = (email = account.email) =>
  readOutbox(app.context())
    .filter(({ recipient }) => recipient === email)
    .map(({ id }) => /\/account\/[\w-]+/.exec(readMail(app.context(), id).text)?.[0] ?? "no link");
const reset = (link: string, as = app.visitor()) => app.post(link, { password: CHANGED }, { as });
const letsIn = async (password: string) =>
  (await signInAs(app, account.email, { password })).answer.status === 302;

async function aLink(): Promise<string> {
  const before = linksTo();
  await forget();
  return linksTo().find((link) => !before.includes(link)) ?? "no link";
}

describe("asking for a new password", () => {
  it("is answered alike for every address, and only the account's holder hears of it", async () => {
    const disabled = await anAccount(app, "consultant");
    app.services.db.$client.prepare("update user set disabled_at = 1 where id = ?").run(disabled.userId);
    const pages = [];
    for (const email of [account.email, "siapa@example.com", disabled.email]) {
      const { status, body } = await forget(email);
      pages.push([status, textOf(body).replaceAll(email, "EMAIL")]);
    }
    expect(pages[0]?.[0]).toBe(200);
    expect(pages[1]).toEqual(pages[0]);
    expect(pages[2]).toEqual(pages[0]);
    expect(readOutbox(app.context()).map(({ recipient }) => recipient)).toEqual([account.email]);
  });

  it("changes nothing by itself: the old password still lets in", async () => {
    await aLink();
    expect(await letsIn(PASSWORD)).toBe(true);
  });

  it("is slowed after three times, for an address without an account as well", async () => {
    for (const email of [account.email, "siapa@example.com"]) {
      const statuses = [];
      for (let time = 0; time < 5; time++) statuses.push((await forget(email)).status);
      expect(statuses).toEqual([200, 200, 200, 429, 429]);
    }
    expect(linksTo()).toHaveLength(3);
  });
});

describe("a link for a new password", () => {
  it("works once", async () => {
    const link = await aLink();
    expect((await reset(link)).status).toBe(302);
    expect(await letsIn(CHANGED)).toBe(true);
    for (const again of [await app.get(link), await app.post(link, { password: PASSWORD })]) {
      expect(again.status).toBe(404);
    }
    expect(await letsIn(PASSWORD)).toBe(false);
  });

  it("works for an hour and not longer", async () => {
    const link = await aLink();
    app.advance(60 * MINUTE - 1);
    expect((await app.get(link)).status).toBe(200);
    app.advance(1);
    expect((await app.get(link)).status).toBe(404);
    expect((await reset(link)).status).toBe(404);
    expect(await letsIn(CHANGED)).toBe(false);
  });

  it("does not work when a letter of it is changed, left out or added", async () => {
    const link = await aLink();
    const token = link.split("/").at(-1) ?? "";
    const other = token.startsWith("A") ? "B" : "A";
    const tampered = [
      ...[
        other + token.slice(1),
        token.slice(0, -1),
        `${token}A`,
        token.toUpperCase(),
        `${token}%00`,
        `${token}=`,
      ],
      ...[`${token}.data.data`, "", "%27%20or%201=1--", "undefined", "null", "[object%20Object]"],
    ];
    const before = stored(app);
    for (const wrong of tampered) {
      expect((await app.get(`/account/${wrong}`)).status, wrong).toBe(404);
      expect((await reset(`/account/${wrong}`)).status, wrong).toBe(404);
    }
    expect(stored(app)).toEqual(before);
    expect((await reset(link)).status).toBe(302);
  });

  it("stops working when a newer one is sent", async () => {
    const first = await aLink();
    const second = await aLink();
    expect([(await reset(first)).status, (await reset(second)).status]).toEqual([404, 302]);
  });

  it("is stored nowhere in the clear, neither as a link nor in the message", async () => {
    const token = (await aLink()).split("/").at(-1) ?? "no token";
    expect(app.services.db.$client.serialize().toString("latin1")).not.toContain(token);
  });

  it("does not make somebody else of the account, whatever else is sent with it", async () => {
    const { id, email, name } = findUserByEmail(app.services.db, account.email) ?? {};
    const more = { email: "penyusup@example.com", name: "P", userId: "x", role: "owner", workspaceId: "x" };
    await app.post(await aLink(), { password: CHANGED, ...more }, { as: app.visitor() });
    expect(findUserByEmail(app.services.db, account.email)).toMatchObject({ id, email, name });
    expect(findUserByEmail(app.services.db, more.email)).toBeUndefined();
  });

  it("is no use for confirming an address", async () => {
    const token = (await aLink()).split("/").at(-1) ?? "";
    const answer = await app.get(`/confirm-email/${token}`);
    expect(answer.status).toBe(404);
    expect((await app.post(`/confirm-email/${token}`, {})).status).toBe(404);
  });
});

describe("a new password", () => {
  it("ends every session that was begun with the old one", async () => {
    const { as } = await signInAs(app, account.email);
    const second = (await signInAs(app, account.email)).as;
    await reset(await aLink());
    expect([await isSignedIn(app, as), await isSignedIn(app, second)]).toEqual([false, false]);
  });

  it("chosen in the account ends all other sessions and needs the old one", async () => {
    const { as } = await signInAs(app, account.email);
    const other = (await signInAs(app, account.email)).as;
    const change = (current: string) =>
      app.post("/me", { intent: "password", current, password: CHANGED }, { as });
    expect((await change("bukan kata sandinya")).status).toBe(400);
    expect(await isSignedIn(app, other)).toBe(true);
    expect((await change(PASSWORD)).status).toBe(302);
    expect([await isSignedIn(app, as), await isSignedIn(app, other)]).toEqual([true, false]);
  });

  it("makes open links for the old one useless", async () => {
    const link = await aLink();
    const { as } = await signInAs(app, account.email);
    await app.post("/me", { intent: "password", current: PASSWORD, password: CHANGED }, { as });
    expect((await reset(link)).status).toBe(404);
  });
});
