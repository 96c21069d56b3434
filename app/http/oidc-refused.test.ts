import { expect, test } from "vitest";
import { findUserByEmail, updateUser } from "#db/accounts";
import { m } from "~/i18n/messages";
import { CLIENT } from "../../tests/support/oidc-provider";
import { locationOf, SsoBrowser } from "../../tests/support/sso-browser";
import { complaint, failed, type SsoSetting, settle, unknown } from "../../tests/support/sso-setting";
import { ANI, BASE_URL, siteWithAni } from "../../tests/support/sso-site";

/** Asserts that nobody was let in, and that the browser holds neither a session nor the attempt. */
async function expectRefused({ browser, sessions }: SsoSetting, answer: Response, message: string) {
  expect(await complaint(browser, answer)).toBe(message);
  expect([...browser.cookies.keys()]).toEqual([]);
  expect(sessions()).toEqual([]);
}

/** Asserts that the log tells of a failure and holds nothing that opens a door or names a person. */
function expectQuietLog({ site }: SsoSetting, callback: URL) {
  const secrets = ["code", "state"].map((name) => callback.searchParams.get(name) ?? name);
  expect(site.log()).toContain('"level":40');
  for (const secret of [...secrets, ANI.email, CLIENT.secret, "eyJ"]) {
    expect(site.log()).not.toContain(secret);
  }
}

const comeBack = async ({ browser }: SsoSetting) =>
  browser.passProvider(await browser.leave({ next: "/help" }));

test("an answer with another state is refused, changes nothing and does not spend the code", async () => {
  const setting = await settle();
  const { browser, changes } = setting;
  const back = await comeBack(setting);
  const kept = browser.cookies.get("sso") ?? "";
  const wrong = new URL(back);
  wrong.searchParams.set("state", "another");
  const before = changes();
  const answer = await browser.send(wrong);
  expect(changes()).toBe(before);
  expect(locationOf(answer).searchParams.get("next")).toBe("/help");
  await expectRefused(setting, answer, failed());
  expectQuietLog(setting, back);
  browser.cookies.set("sso", kept);
  expect(locationOf(await browser.send(back)).pathname).toBe("/help");
});

test("an answer in a browser that did not ask is refused and changes nothing", async () => {
  const setting = await settle();
  const back = await comeBack(setting);
  const other = new SsoBrowser(setting.site);
  const before = setting.changes();
  await expectRefused({ ...setting, browser: other }, await other.send(back), failed());
  expect(setting.changes()).toBe(before);
});

test("an attempt cookie that is not ours counts as none", async () => {
  const setting = await settle();
  const { browser } = setting;
  const back = await comeBack(setting);
  const [body = "", signature] = (browser.cookies.get("sso") ?? "").split(".");
  for (const value of ["x", "%", `${body}.AAAA`, `AAAA.${signature}`, `${body.slice(4)}.${signature}`]) {
    browser.cookies.set("sso", value);
    await expectRefused(setting, await browser.send(back), failed());
  }
});

test("an answer is accepted once, even with the cookie kept", async () => {
  const setting = await settle();
  const { browser, sessions } = setting;
  const back = await comeBack(setting);
  const kept = browser.cookies.get("sso") ?? "";
  expect(locationOf(await browser.send(back)).pathname).toBe("/help");
  expect(locationOf(await browser.send(back)).pathname).toBe("/sign-in");
  const other = new SsoBrowser(setting.site);
  other.cookies.set("sso", kept);
  expect(await complaint(other, await other.send(back))).toBe(failed());
  expect([...other.cookies.keys()]).toEqual([]);
  expect(sessions()).toHaveLength(1);
  expectQuietLog(setting, back);
});

test("somebody else's code, slipped into one's own attempt, is refused", async () => {
  const setting = await settle();
  const stolen = await comeBack({ ...setting, browser: new SsoBrowser(setting.site) });
  const back = await comeBack(setting);
  back.searchParams.set("code", stolen.searchParams.get("code") ?? "");
  await expectRefused(setting, await setting.browser.send(back), failed());
});

test("an ID token for another nonce is refused", async () => {
  const setting = await settle();
  const { browser } = setting;
  const leaving = await browser.leave();
  leaving.searchParams.set("nonce", "of-another-attempt");
  await expectRefused(setting, await browser.send(await browser.passProvider(leaving)), failed());
});

test("an ID token that was changed on its way is refused", async () => {
  const setting = await settle({ claimsIn: "id-token" });
  setting.provider.person = { ...ANI, verified: false };
  setting.provider.tamper["/token"] = (answer) => {
    const [head, body = "", signature] = String(answer.id_token).split(".");
    const claims = JSON.parse(Buffer.from(body, "base64url").toString());
    const changed = JSON.stringify({ ...claims, email_verified: true });
    answer.id_token = [head, Buffer.from(changed).toString("base64url"), signature].join(".");
  };
  await expectRefused(setting, await setting.browser.signIn(), failed());
});

test("an answer that comes after ten minutes is refused", async () => {
  const setting = await settle();
  const back = await comeBack(setting);
  setting.site.advance(10 * 60_000);
  await expectRefused(setting, await setting.browser.send(back), failed());
});

test("declining at the provider leads back to the sign-in page, and the next try works", async () => {
  const setting = await settle();
  setting.provider.person = null;
  await expectRefused(setting, await setting.browser.signIn(), failed());
  setting.provider.person = ANI;
  expect(locationOf(await setting.browser.signIn()).pathname).toBe("/companies");
});

test.each([
  ["an address that the provider has not verified", { ...ANI, verified: false }, ANI.email],
  ["an address nobody has here", { ...ANI, email: "orang@example.com" }, "orang@example.com"],
  ["no address, so that only the subject names the person", { subject: "tanpa-surel" }, "tanpa-surel"],
])("%s opens nothing and creates nobody", async (_, person, named) => {
  const setting = await settle();
  setting.provider.person = person;
  await expectRefused(setting, await setting.browser.signIn(), unknown(named));
  expect(findUserByEmail(setting.site.services.db, "orang@example.com")).toBeUndefined();
});

test("a disabled account stays shut, also one that was let in before", async () => {
  const { browser, site } = await settle();
  expect(locationOf(await browser.signIn()).pathname).toBe("/companies");
  updateUser(site.services.db, "ani", { disabledAt: site.services.clock() });
  const other = new SsoBrowser(site);
  expect(await complaint(other, await other.signIn())).toBe(unknown(ANI.email));
  expect([...other.cookies.keys()]).toEqual([]);
});

test("the message is shown once, and only if it is ours", async () => {
  const { browser, provider } = await settle();
  provider.person = null;
  const answer = await browser.signIn();
  expect(await complaint(browser, answer)).toBe(failed());
  expect(await complaint(browser, answer)).toBe("");
  browser.cookies.set("sso-error", Buffer.from('"Call this number"').toString("base64"));
  expect(await complaint(browser, answer)).toBe("");
});

test("one network address is slowed after fifty answers", async () => {
  const { browser } = await settle();
  const leaving = await browser.leave();
  const kept = browser.cookies.get("sso") ?? "";
  const forged = `/sso/callback?code=guess&state=${leaving.searchParams.get("state")}`;
  const guess = async () => {
    browser.cookies.set("sso", kept);
    return complaint(browser, await browser.get(forged));
  };
  for (let count = 0; count < 50; count++) expect(await guess()).toBe(failed());
  expect(await guess()).toBe(m.account_sign_in_slow({ minutes: 15 }));
});

test("the button cannot be pressed from another site, and pressing it is no link", async () => {
  const { browser } = await settle();
  const from = (headers: Record<string, string>) =>
    browser.send(new URL("/sso", BASE_URL), { method: "POST", body: new URLSearchParams(), headers });
  expect((await from({ Origin: "https://evil.example" })).status).toBe(403);
  expect((await from({ Origin: BASE_URL, "Sec-Fetch-Site": "cross-site" })).status).toBe(403);
  expect(locationOf(await browser.get("/sso")).pathname).toBe("/sign-in");
  expect([...browser.cookies.keys()]).toEqual([]);
});

test("a provider that goes down between leaving and coming back is said to have failed", async () => {
  const setting = await settle();
  const back = await comeBack(setting);
  await setting.provider.stop();
  await expectRefused(setting, await setting.browser.send(back), failed());
  expectQuietLog(setting, back);
});

test("a provider that calls itself otherwise than configured is not used", async () => {
  const setting = await settle();
  const site = siteWithAni(setting.provider.issuer.replace("127.0.0.1", "localhost"));
  const browser = new SsoBrowser(site);
  await expectRefused({ ...setting, site, browser }, await browser.post("/sso", {}), failed());
});
