import { type BrowserContext, expect, type Page } from "@playwright/test";
import { localized } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { anOpenAssessment, MAIN_RUBRIC } from "../support/factories";
import { lookInside } from "../support/inside";
import type { RunningServer } from "../support/server";
import { test as base } from "../support/site";

/** What is stored of a member: function, version, level, rationale. */
type Row = { function: string; version: number; level: number | null; rationale: string };

/** Somebody asked for nine functions, and the store to look into afterwards. */
async function seatAt(site: RunningServer, page: Page) {
  const inside = lookInside(site);
  const { assessmentId, members, rubric } = anOpenAssessment(inside, { rubricKey: MAIN_RUBRIC });
  const memberId = members[0] ?? "";
  const person = await inside.sitDown(assessmentId, memberId);
  await inside.be(page, person);
  const rows = (): Row[] =>
    inside.db.$client
      .prepare(
        `select function_key as function, version, level, rationale from judgment
         where member_id = ? order by function_key, version`,
      )
      .all(memberId) as Row[];
  /** What stands: the last version of each function, by its key. */
  const standing = () => Object.fromEntries(rows().map((row) => [row.function, row]));
  return { person, inside, rubric, rows, standing, keys: rubric.functions.map(({ key }) => key) };
}

const test = base.extend<{ seat: Awaited<ReturnType<typeof seatAt>> }>({
  seat: async ({ site, page }, use) => {
    const seat = await seatAt(site, page);
    await use(seat);
    seat.inside.close();
  },
});

// This is about a network or a server that fails, and browsers note each failure.
test.use({ server: "autosave", tolerated: /net::ERR_/ });

const english = { locale: "en" } as const;
const pageOf = (key = "") => `/assess/functions/${key}`;
const status = (page: Page, text: string | RegExp) =>
  expect(page.getByRole("status").filter({ hasText: text }).first()).toBeVisible();
const level = (page: Page, value: number) => page.locator(`input[name=level][value="${value}"]`);
const reason = (page: Page) => page.getByRole("textbox", { name: m.assess_rationale({}, english) });
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

/** Everything that is needed without a connection is kept, and the worker that gives it out is in charge. */
async function untilKept(page: Page, last: string): Promise<void> {
  await page.evaluate(
    async (path) => {
      await navigator.serviceWorker.ready;
      const kept = async () => navigator.serviceWorker.controller && (await caches.match(path));
      while (!(await kept())) await new Promise(requestAnimationFrame);
    },
    `${pageOf(last)}.data`,
  );
}

/** Answers the function that is open, and goes on to the next one. */
async function answer(
  page: Page,
  seat: { rubric: { functions: { question: Record<"id" | "en", string> }[] } },
  place: number,
) {
  const question = localized(seat.rubric.functions[place]?.question ?? { id: "", en: "" }, "en");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(question);
  await level(page, 1 + (place % 5)).check();
  await reason(page).fill(`Reason ${place}`);
  await press(page, m.assess_save_next({}, english));
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(question);
}

test("a change is saved by itself, and the page says so", async ({ page, seat }) => {
  await page.goto(pageOf(seat.keys[0]));
  await level(page, 3).check();
  await status(page, /^Saved \d\d:\d\d$/);
  await reason(page).pressSequentially("One word after another");
  await expect.poll(() => seat.rows().at(-1)?.rationale).toBe("One word after another");
  expect(seat.rows().at(-1)).toMatchObject({ function: seat.keys[0], level: 3 });
  await page.reload();
  await expect(level(page, 3)).toBeChecked();
  await expect(reason(page)).toHaveValue("One word after another");
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });

  test("saving by itself moves nothing and leaves the button in reach", async ({ page, seat }) => {
    await page.goto(pageOf(seat.keys[0]));
    const button = page.getByRole("button", { name: m.assess_save_next({}, english), exact: true });
    const before = await button.boundingBox();
    await level(page, 3).tap();
    await status(page, /^Saved/);
    expect(await button.boundingBox()).toEqual(before);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });
});

test("three functions judged without a connection arrive once each when it is back", async ({
  page,
  context,
  seat,
}) => {
  await page.goto("/assess");
  await untilKept(page, seat.keys.at(-1) ?? "");
  await context.setOffline(true);
  await page.getByRole("link", { name: /^Start/ }).click();
  for (const place of [0, 1, 2]) {
    await answer(page, seat, place);
    await status(page, "Kept on this device");
  }
  await page.getByRole("link", { name: m.assess_to_list({}, english) }).click();
  await expect(
    page.getByText(m.assess_progress({ done: 3, total: seat.keys.length }, english)),
  ).toBeVisible();
  await page.reload();
  await expect(
    page.getByText(m.assess_progress({ done: 3, total: seat.keys.length }, english)),
  ).toBeVisible();
  expect(seat.rows()).toEqual([]);
  await context.setOffline(false);
  await expect.poll(() => seat.rows().length).toBe(3);
  const expected = [0, 1, 2].map((place) => [
    seat.keys[place],
    { version: 1, level: 1 + place, rationale: `Reason ${place}` },
  ]);
  expect(seat.standing()).toMatchObject(Object.fromEntries(expected));
  expect(seat.rows()).toHaveLength(3);
});

test("a browser that is closed without a connection sends everything when it is opened again", async ({
  page,
  context,
  browser,
  seat,
  site,
}) => {
  await page.goto("/assess");
  await untilKept(page, seat.keys.at(-1) ?? "");
  await context.setOffline(true);
  await page.getByRole("link", { name: /^Start/ }).click();
  for (const place of [0, 1, 2]) await answer(page, seat, place);
  await level(page, 4).check();
  await status(page, "Kept on this device");
  const left = await context.storageState();
  await context.close();
  expect(seat.rows()).toEqual([]);
  const again: BrowserContext = await browser.newContext({
    storageState: left,
    baseURL: site.url,
    locale: "en-GB",
  });
  const reopened = await again.newPage();
  await reopened.goto("/assess");
  await expect.poll(() => seat.rows().length).toBe(4);
  await expect(
    reopened.getByText(m.assess_progress({ done: 4, total: seat.keys.length }, english)),
  ).toBeVisible();
  expect(seat.rows().map(({ version }) => version)).toEqual([1, 1, 1, 1]);
  await again.close();
});

test("of two tabs the one that is older shows both texts to choose from", async ({ page, context, seat }) => {
  const [key = ""] = seat.keys;
  await page.goto(pageOf(key));
  const other = await context.newPage();
  await other.goto(pageOf(key));
  await level(page, 2).check();
  await reason(page).fill("Written in the first tab");
  await expect.poll(() => seat.standing()[key]?.rationale).toBe("Written in the first tab");
  await level(other, 4).check();
  await status(other, m.saving_stale({}, english));
  await reason(other).fill("Written in the second tab");
  await press(other, m.assess_save_next({}, english));
  await expect(other.getByRole("heading", { level: 1 })).toHaveText(m.saving_two_title({}, english));
  for (const text of ["Written in the first tab", "Written in the second tab"])
    await expect(other.getByText(text)).toBeVisible();
  expect(seat.standing()[key]?.rationale).toBe("Written in the first tab");
  await press(other, m.saving_two_use_typed({}, english));
  await expect(other).toHaveURL(/\/assess\/functions\/(?!$)/);
  await expect
    .poll(() => seat.standing()[key])
    .toMatchObject({ level: 4, rationale: "Written in the second tab" });
  await expect(other.getByRole("heading", { level: 1 })).not.toHaveText(m.saving_two_title({}, english));
});

test("a server killed between click and answer gets the answer once it is back, once", async ({
  page,
  site,
  seat,
}) => {
  const [key = ""] = seat.keys;
  await page.goto(pageOf(key));
  await reason(page).fill("Written before the power cut");
  await status(page, /^Saved/);
  const before = seat.rows().length;
  // The save is on its way when the server dies: it never answers.
  await page.route(
    `**${pageOf(key)}/save`,
    async (route) => {
      await route.fetch();
      await site.kill();
      await route.abort("connectionreset");
    },
    { times: 1 },
  );
  await level(page, 5).check();
  await status(page, m.saving_kept({}, english));
  await expect(reason(page)).toHaveValue("Written before the power cut");
  await site.restart();
  await status(page, /^Saved/);
  expect(seat.rows()).toHaveLength(before + 1);
  expect(seat.standing()[key]).toMatchObject({ level: 5, rationale: "Written before the power cut" });
  await press(page, m.assess_save_next({}, english));
  await expect(page).not.toHaveURL(new RegExp(`${key}$`));
  expect(seat.rows()).toHaveLength(before + 1);
});

test("whoever stops on this device leaves nothing on it", async ({ page, seat }) => {
  await page.goto("/assess");
  await untilKept(page, seat.keys.at(-1) ?? "");
  await page.goto(pageOf(seat.keys[0]));
  await level(page, 3).check();
  await status(page, /^Saved/);
  await press(page, m.assess_leave({}, english));
  await expect(page).toHaveURL(/\/invitation$/);
  const left = await page.evaluate(async () => ({
    saves: Object.keys(localStorage).filter((name) => name.startsWith("selaras-save")),
    pages: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
  expect(left).toEqual({ saves: [], pages: [], workers: 0 });
});
