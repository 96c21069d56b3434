import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from "@playwright/test";
import type { Locale } from "~/i18n/locale";
import { type RunningServer, startServer } from "./server";

/** The language in which a project's people use Selaras. */
export type SiteOptions = { language: Locale };

type WorkerFixtures = {
  /** Names the file's own server: `test.use({ server: "journey" })`. Another name is another server. */
  server: string;
  site: RunningServer;
};

type Fixtures = {
  /** What a page may report where that is what the test is about, such as a network that is down. */
  tolerated: RegExp | null;
  /** A page in a browser of its own: another person at another device. */
  newPerson: (device?: BrowserContextOptions) => Promise<Page>;
  /** What the pages of this test must never do, as it happened. */
  watched: Watch;
};

type Watch = { foreignRequests: string[]; errors: string[]; tolerated: RegExp | null };

/**
 * The test function of the browser tests. Pages open on a production server of the file's own, in the project's
 * language. No page may ask another host for anything, nor leave an error on its console; the server must stop in
 * order.
 */
export const test = base.extend<Fixtures & SiteOptions, WorkerFixtures>({
  server: ["", { scope: "worker", option: true }],
  language: ["id", { option: true }],
  site: [
    async ({ server: name }, use) => {
      if (!name) throw new Error('Name the server of this file: test.use({ server: "..." })');
      const server = await startServer();
      await use(server);
      const code = await server.stop();
      expect(server.output(), "the server's log").not.toContain('"level":50');
      expect(code, "exit code of the server").toBe(0);
    },
    { scope: "worker" },
  ],
  baseURL: async ({ site }, use) => use(site.url),
  locale: async ({ language }, use) => use(language === "en" ? "en-GB" : "id-ID"),
  tolerated: [null, { option: true }],
  watched: [
    async ({ context, site, tolerated }, use) => {
      const watch: Watch = { foreignRequests: [], errors: [], tolerated };
      watchPages(context, site.url, watch);
      await use(watch);
      expect(watch.foreignRequests, "requests to other hosts").toEqual([]);
      expect(watch.errors, "errors on the console").toEqual([]);
    },
    { auto: true },
  ],
  newPerson: async ({ browser, site, watched }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (device) => {
      const context = await browser.newContext(device);
      contexts.push(context);
      watchPages(context, site.url, watched);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
});

/** Notes requests to any other host, uncaught errors, and what the browser reports (CSP, hydration, dead files). */
function watchPages(context: BrowserContext, url: string, watch: Watch): void {
  context.on("request", (request) => {
    const asked = new URL(request.url());
    if (asked.protocol !== "data:" && asked.origin !== url) watch.foreignRequests.push(request.url());
  });
  context.on("weberror", (error) => watch.errors.push(String(error.error())));
  context.on("console", (message) => {
    // A refused form or a page that is not there is answered with a status that Chromium reports as an error.
    const expected = /Failed to load resource.*status of 4\d\d/.test(message.text());
    const tolerated = watch.tolerated?.test(message.text());
    if (message.type() === "error" && !expected && !tolerated) watch.errors.push(message.text());
  });
}
