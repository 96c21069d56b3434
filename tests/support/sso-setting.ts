import { onTestFinished } from "vitest";
import { listUserSessions } from "#db/accounts";
import { m } from "~/i18n/messages";
import { CLIENT, type ProviderOptions, startProvider } from "./oidc-provider";
import { locationOf, SsoBrowser } from "./sso-browser";
import { ANI, BASE_URL, SSO_NAME, siteWithAni } from "./sso-site";

export type SsoSetting = Awaited<ReturnType<typeof settle>>;

/** One test's provider, at which Ani is sitting, a site that trusts it, and a browser; gone with the test. */
export async function settle(options: Partial<ProviderOptions> = {}) {
  const provider = await startProvider({ redirectUri: `${BASE_URL}/sso/callback`, ...options });
  onTestFinished(() => provider.stop());
  provider.person = ANI;
  const site = siteWithAni(provider.issuer, {
    OIDC_CLIENT_SECRET: options.authentication === "none" ? "" : CLIENT.secret,
  });
  return {
    ...{ provider, site, browser: new SsoBrowser(site) },
    sessions: () => listUserSessions(site.services.db, "ani", site.services.clock()),
    /** How many rows were ever written. */
    changes: () => site.services.db.$client.prepare("select total_changes()").pluck().get(),
  };
}

export const failed = () => m.account_sso_failed({ name: SSO_NAME });
export const unknown = (email: string) => m.account_sso_unknown({ email });

/** What the sign-in page says at the end of an attempt that came to nothing; null on any other page. */
export async function complaint(browser: SsoBrowser, answer: Response): Promise<string | null> {
  const to = locationOf(answer);
  if (to.pathname !== "/sign-in") return null;
  const html = await (await browser.send(to)).text();
  return /role="alert"[^>]*>\s*(?:<div>)?([^<]*)</.exec(html)?.[1] ?? "";
}
