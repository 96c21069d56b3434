import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { m } from "~/i18n/messages";
import { CLIENT } from "../../tests/support/oidc-provider";
import { locationOf, SsoBrowser } from "../../tests/support/sso-browser";
import { complaint, failed, settle } from "../../tests/support/sso-setting";
import { ANI, BASE_URL, createSsoSite, SSO_NAME, siteWithAni } from "../../tests/support/sso-site";

const policyOf = (page: Response) => page.headers.get("Content-Security-Policy")?.split("; ");

describe("signing in at the provider", () => {
  test("opens the account with the verified address, goes where it was meant to, and knows it again", async () => {
    const { browser, provider, site, sessions } = await settle();
    const answer = await browser.signIn({ next: "/companies/7?tab=panel" });
    expect(answer.status).toBe(302);
    expect(locationOf(answer).href).toBe(`${BASE_URL}/companies/7?tab=panel`);
    expect([...browser.cookies.keys()]).toEqual(["session"]);
    expect(locationOf(await browser.get("/sign-in")).pathname).toBe("/companies");
    expect(sessions()).toMatchObject([{ stage: "full", address: "192.0.2.7" }]);

    provider.person = { ...ANI, email: "ani.baru@example.com", verified: false };
    const again = await new SsoBrowser(site).signIn();
    expect(locationOf(again).pathname).toBe("/companies");
    expect(sessions()).toHaveLength(2);
  });

  test("asks with PKCE, a state and a nonce that are new each time", async () => {
    const { browser, provider } = await settle();
    const first = await browser.leave();
    expect(first.origin).toBe(provider.issuer);
    expect(Object.fromEntries(first.searchParams)).toEqual({
      ...{ response_type: "code", client_id: CLIENT.id, scope: "openid email" },
      redirect_uri: `${BASE_URL}/sso/callback`,
      code_challenge_method: "S256",
      ...{ state: expect.any(String), nonce: expect.any(String), code_challenge: expect.any(String) },
    });
    const second = await browser.leave();
    for (const name of ["state", "nonce", "code_challenge"]) {
      expect(first.searchParams.get(name)?.length).toBeGreaterThanOrEqual(43);
      expect(second.searchParams.get(name)).not.toBe(first.searchParams.get(name));
    }
  });

  test("keeps the attempt in a short-lived cookie that scripts and other sites do not get", async () => {
    const { browser } = await settle();
    const lines = (await browser.post("/sso", {})).headers.getSetCookie();
    expect(lines).toEqual([
      expect.stringMatching(/^sso=[^;]+; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/),
    ]);
  });

  test("goes only to a path of our own afterwards", async () => {
    const { browser } = await settle();
    for (const next of ["https://evil.example", "//evil.example", "/\\evil.example", "/%5Cevil.example"]) {
      expect(locationOf(await browser.signIn({ next })).href).toBe(`${BASE_URL}/companies`);
    }
  });

  test("changes the session, and the one before is over", async () => {
    const { browser, sessions } = await settle();
    await browser.signIn();
    const before = browser.cookies.get("session") ?? "";
    await browser.signIn();
    expect(browser.cookies.get("session")).not.toBe(before);
    expect(sessions()).toHaveLength(1);
    browser.cookies.set("session", before);
    expect((await browser.get("/sign-in")).status).toBe(200);
  });

  test("understands a provider that puts the address into the ID token", async () => {
    const { browser } = await settle({ claimsIn: "id-token" });
    expect(locationOf(await browser.signIn()).pathname).toBe("/companies");
  });

  test.each(["client_secret_post", "none"] as const)("works with the authentication %s", async (way) => {
    const { browser } = await settle({ authentication: way });
    expect(locationOf(await browser.signIn()).pathname).toBe("/companies");
  });
});

describe("where the workspace asks for a second factor", () => {
  async function settleStrictly() {
    const setting = await settle();
    setting.site.services.db.$client.prepare("update workspace set second_factor_required = 1").run();
    return setting;
  }

  test("it is asked for when the provider does not say that it did", async () => {
    const { browser, provider, sessions } = await settleStrictly();
    provider.person = { ...ANI, amr: ["pwd"], acr: "1" };
    const to = locationOf(await browser.signIn({ next: "/help" }));
    expect(to.pathname + to.search).toBe("/sign-in/enrol?next=%2Fhelp");
    expect(sessions()).toEqual([]);
    expect((await browser.get("/sign-in")).status).toBe(200);
  });

  test.each([{ amr: ["pwd", "mfa"] }, { acr: "https://refeds.org/profile/mfa" }])(
    "it is not asked for twice when the ID token says %j",
    async (said) => {
      const { browser, provider, sessions } = await settleStrictly();
      provider.person = { ...ANI, ...said };
      expect(locationOf(await browser.signIn()).pathname).toBe("/companies");
      expect(sessions()).toHaveLength(1);
    },
  );
});

describe("the sign-in page", () => {
  test("has the button in a form of its own, and a policy that lets the form end at the provider", async () => {
    const { browser, provider } = await settle();
    const page = await browser.get("/sign-in?next=%2Fhelp");
    const form = /<form[^>]*action="\/sso"[^>]*>.*?<\/form>/s.exec(await page.text())?.[0];
    expect(form).toContain('method="post"');
    expect(form).toContain('name="next" value="/help"');
    expect(form).toContain(m.account_sso({ name: SSO_NAME }));
    expect(policyOf(page)).toContain(`form-action 'self' ${provider.issuer}`);
    expect(policyOf(await browser.get("/sso"))).toContain("form-action 'self'");
  });

  test("allows the origin at which the provider really asks, where that is not the issuer's", async () => {
    const { browser, provider } = await settle();
    provider.tamper["/.well-known/openid-configuration"] = (answer) => {
      answer.authorization_endpoint = "https://login.example/authorize";
    };
    expect(policyOf(await browser.get("/sign-in"))).toContain("form-action 'self' https://login.example");
  });

  test("does not wait for a provider that never answers", async () => {
    const silent = createServer(() => {}).listen(0, "127.0.0.1");
    await once(silent, "listening");
    onTestFinished(() => {
      silent.close();
      silent.closeAllConnections();
    });
    const issuer = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    const started = performance.now();
    const page = await new SsoBrowser(siteWithAni(issuer)).get("/sign-in");
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(page.status).toBe(200);
    expect(policyOf(page)).toContain(`form-action 'self' ${issuer}`);
  });

  test("is there while the provider is down; the button says so, and works once the provider is back", async () => {
    const { browser, provider } = await settle();
    await provider.stop();
    const page = await browser.get("/sign-in");
    expect(page.status).toBe(200);
    expect(await page.text()).toContain(m.account_password());
    expect(await complaint(browser, await browser.post("/sso", {}))).toBe(failed());
    await provider.start();
    expect(locationOf(await browser.signIn()).pathname).toBe("/companies");
  });

  test("has no button without a provider, and the addresses behind it do not exist", async () => {
    const browser = new SsoBrowser(createSsoSite({}));
    const page = await browser.get("/sign-in");
    expect(policyOf(page)).toContain("form-action 'self'");
    expect(await page.text()).not.toContain("/sso");
    expect((await browser.post("/sso", {})).status).toBe(404);
    expect((await browser.get("/sso/callback?code=x&state=y")).status).toBe(404);
  });
});
