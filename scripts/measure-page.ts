/**
 * `npm run measure`: how heavy and how quick the questionnaire page is on a slow phone. Starts the production build on
 * a data directory of its own, opens the page of one function in Chromium with a phone's window, a slowed-down
 * processor and a slow network, several times with nothing cached, and prints median and range.
 * `npm run measure -- 15` takes 15 runs.
 */
import { cpus } from "node:os";
import { type Browser, type CDPSession, chromium, type Page } from "@playwright/test";
import { inviteMember } from "~/use-cases/panel";
import { assessorScene } from "../tests/support/assessor-scene";
import { violations } from "../tests/support/axe";
import { type Inside, lookInside } from "../tests/support/inside";
import { type RunningServer, startServer } from "../tests/support/server";
import { findBrowser } from "./browser.mjs";
import { type Seen, watchPage } from "./watch-page";

const RUNS = 7;
const CPU_SLOWDOWN = 4;
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };
const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };
/** After the last byte: time for a late paint or shift to be seen. */
const CALM_MS = 1500;

type Run = Record<string, number>;
type Place = { server: RunningServer; inside: Inside; path: string; seat: () => Promise<PersonOf> };
type PersonOf = Awaited<ReturnType<Inside["sitDown"]>>;

async function preparePlace(server: RunningServer): Promise<Place> {
  const inside = lookInside(server);
  const scene = assessorScene(inside);
  const memberId = scene.seat();
  inviteMember(inside.context(), scene.assessmentId, memberId);
  const path = `/assess/functions/${scene.rubric.functions[2]?.key}`;
  return { server, inside, path, seat: () => inside.sitDown(scene.assessmentId, memberId) };
}

/** A page in a browser without any cache, signed in as the assessor. */
async function freshPage(browser: Browser, { server, inside, seat }: Place, javaScriptEnabled = true) {
  const context = await browser.newContext({ ...PHONE, baseURL: server.url, javaScriptEnabled });
  const page = await context.newPage();
  await inside.be(page, await seat());
  return page;
}

/** Bytes as they came over the network, headers included, by kind of resource. */
function countBytes(session: CDPSession): Record<string, number> {
  const kinds = new Map<string, string>();
  const bytes: Record<string, number> = {};
  session.on("Network.responseReceived", ({ requestId, type }) => kinds.set(requestId, type));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? "Other";
    bytes[kind] = (bytes[kind] ?? 0) + encodedDataLength;
  });
  return bytes;
}

async function slowDown(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", SLOW_4G);
  await session.send("Emulation.setCPUThrottlingRate", { rate: CPU_SLOWDOWN });
  return session;
}

async function measureOnce(browser: Browser, place: Place): Promise<Run> {
  const page = await freshPage(browser, place);
  const bytes = countBytes(await slowDown(page));
  // The runner gives every inner function its name by a helper that the page does not have.
  await page.addInitScript("globalThis.__name = (named) => named");
  await page.addInitScript(watchPage);
  await page.goto(place.path, { waitUntil: "networkidle" });
  await page.waitForFunction(() => (window as unknown as { seen: Seen }).seen.hydrated > 0);
  await page.waitForTimeout(CALM_MS);
  const seen = await page.evaluate(() => (window as unknown as { seen: Seen }).seen);
  await page.context().close();
  const total = Object.values(bytes).reduce((sum, kind) => sum + kind, 0);
  return {
    "page begins (ms)": seen.begun,
    "first contentful paint (ms)": seen.fcp,
    "largest contentful paint (ms)": seen.lcp,
    "form usable, before hydration (ms)": seen.usable,
    "hydrated (ms)": seen.hydrated,
    "total blocking time (ms)": seen.blocked,
    "cumulative layout shift": seen.cls,
    "all bytes (kB)": total / 1000,
    "JavaScript (kB)": (bytes.Script ?? 0) / 1000,
    "page (kB)": (bytes.Document ?? 0) / 1000,
    "styles (kB)": (bytes.Stylesheet ?? 0) / 1000,
    "font (kB)": (bytes.Font ?? 0) / 1000,
  };
}

/** Whether the form does its work in a browser that runs no JavaScript, so also before the page's own has come. */
async function postsWithoutScript(browser: Browser, place: Place): Promise<boolean> {
  const page = await freshPage(browser, place, false);
  await page.goto(place.path);
  await page.locator("[name=level][value='3']").check();
  await page.locator("main form button[value=next]:visible").click();
  const left = new URL(page.url()).pathname !== place.path;
  await page.goto(place.path);
  const kept = await page.locator("[name=level][value='3']").isChecked();
  await page.context().close();
  return left && kept;
}

/** Everything axe knows to check, its advice included: what a Lighthouse score of 100 would ask for, and more. */
async function accessibilityProblems(browser: Browser, place: Place): Promise<string[]> {
  const page = await freshPage(browser, place);
  await page.goto(place.path, { waitUntil: "networkidle" });
  await page.setViewportSize({ width: PHONE.viewport.width, height: 3000 });
  const found = await violations(page, (axe) => axe);
  await page.context().close();
  return found;
}

function table(runs: Run[]): Record<string, { median: string; lowest: string; highest: string }> {
  const written = (value = 0) => (value >= 100 ? value.toFixed(0) : String(Number(value.toFixed(3))));
  return Object.fromEntries(
    Object.keys(runs[0] ?? {}).map((name) => {
      const sorted = runs.map((run) => run[name] ?? 0).sort((a, b) => a - b);
      const median = written(sorted[sorted.length >> 1]);
      return [name, { median, lowest: written(sorted[0]), highest: written(sorted.at(-1)) }];
    }),
  );
}

const runs = Math.max(1, Number(process.argv[2]) || RUNS);
const server = await startServer();
const browser = await chromium.launch({ executablePath: findBrowser(), args: ["--disable-gpu"] });
try {
  const place = await preparePlace(server);
  // Once for nothing, so that no run pays for the first start of the server's code.
  await measureOnce(browser, place);
  const measured: Run[] = [];
  while (measured.length < runs) measured.push(await measureOnce(browser, place));
  const [processor] = cpus();
  console.log(`${runs} runs, Chromium ${browser.version()}, Node ${process.version}`);
  console.log(`${cpus().length} cores, ${processor?.model ?? "processor unknown"}`);
  console.table(table(measured));
  console.log(`Saves without JavaScript: ${(await postsWithoutScript(browser, place)) ? "yes" : "NO"}`);
  const problems = await accessibilityProblems(browser, place);
  console.log(`Accessibility problems found by axe, all rules: ${problems.length}`);
  for (const problem of problems) console.log(`  ${problem}`);
  place.inside.close();
} finally {
  await browser.close();
  await server.stop();
}
