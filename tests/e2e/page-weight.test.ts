import { gzipSync } from "node:zlib";
import { expect, type Page } from "@playwright/test";
import { test } from "../support/site";
import { everyPage } from "../support/visited-pages";

test.use({ server: "page-weight" });

const LIMIT = 100_000;

type Script = { url: string; code: string };

/** Every script a page asks for until it has come to rest. */
async function scriptsOf(page: Page, open: () => Promise<void>): Promise<Script[]> {
  const bodies: Promise<Script>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() !== "script") return;
    bodies.push(response.text().then((code) => ({ url: response.url(), code })));
  });
  await open();
  await page.waitForLoadState("networkidle");
  return Promise.all(bodies);
}

test("the questionnaire weighs at most 100 kB of JavaScript and loads no chart code", async ({
  page,
  site,
}) => {
  const { visits, open, close } = await everyPage(site);
  const visit = visits.find(({ path }) => path.startsWith("/assess/functions/"));
  if (!visit) throw new Error("There is no page to judge a function");
  const scripts = await scriptsOf(page, () => open(page, visit));
  close();
  expect(scripts.length).toBeGreaterThan(1);
  const weight = scripts.reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).byteLength, 0);
  expect(weight).toBeLessThanOrEqual(LIMIT);
  expect(scripts.filter(({ code }) => /recharts/i.test(code)).map(({ url }) => url)).toEqual([]);
});

test("scripts, styles and fonts come compressed and are kept for ever; pages are not kept", async ({
  page,
}) => {
  const headers = new Map<string, Record<string, string>>();
  page.on("response", (response) => headers.set(new URL(response.url()).pathname, response.headers()));
  await page.goto("/sign-in");
  await page.waitForLoadState("networkidle");
  const assets = [...headers].filter(([path]) => path.startsWith("/assets/"));
  expect(assets.length).toBeGreaterThan(3);
  for (const [path, sent] of assets) {
    expect([path, sent["cache-control"]]).toEqual([path, "public, max-age=31536000, immutable"]);
    const packed =
      Number(sent["content-length"]) < 1024 || path.endsWith(".woff2") || sent["content-encoding"];
    expect([path, Boolean(packed)]).toEqual([path, true]);
  }
  expect(headers.get("/sign-in")?.["cache-control"]).toBe("no-store");
});
