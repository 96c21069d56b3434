import type { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { violations, WCAG } from "../support/axe";
import { test } from "../support/site";
import { everyPage, type Visits } from "../support/visited-pages";

test.use({ server: "accessibility" });
test.setTimeout(360_000);
// Each test walks through every page: side by side, each with a server of its own.
test.describe.configure({ mode: "parallel" });

/** What people open on a phone: everything of an assessor and of a company's reader, and the ways in. */
const FOR_PHONES = /^\/($|sign-in|account|i\/|invitation|assess(\/|$)|assessments\/[^/]+\/report|help)/;

async function checkAll(
  page: Page,
  { visits, open, close }: Visits,
  narrow: (axe: AxeBuilder) => AxeBuilder,
) {
  // Tall enough that nothing lies under a bar at the bottom: what can be scrolled free is not hidden.
  const width = page.viewportSize()?.width ?? 360;
  await page.setViewportSize({ width, height: 3000 });
  const found: Record<string, string[]> = {};
  for (const visit of visits) {
    await open(page, visit);
    const broken = await violations(page, narrow);
    if (broken.length > 0) found[visit.path] = broken;
  }
  close();
  return found;
}

test("no page breaks a rule of WCAG 2.2 AA that a machine can check", async ({ page, site, isMobile }) => {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  const { visits, ...rest } = await everyPage(site);
  const shown = isMobile ? visits.filter(({ path }) => FOR_PHONES.test(path)) : visits;
  expect(await checkAll(page, { ...rest, visits: shown }, (axe) => axe.withTags(WCAG))).toEqual({});
});

test("every page can be read in dark colours, too", async ({ page, site }) => {
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  const contrast = (axe: AxeBuilder) => axe.withRules(["color-contrast", "link-in-text-block"]);
  expect(await checkAll(page, await everyPage(site), contrast)).toEqual({});
});

test("a refused form breaks no rule either, and takes the focus to what is wrong", async ({ page, site }) => {
  const { visits, open, close } = await everyPage(site);
  const forms = ["/sign-in", "/companies/new", "/assess/functions/"];
  for (const form of forms) {
    const visit = visits.find(({ path }) => path.startsWith(form));
    if (!visit) throw new Error(`There is no page ${form}`);
    await open(page, visit);
    await page.locator("main form button:not([type=button]):visible").first().click();
    await expect(page.getByRole("alert")).toBeFocused();
    await expect(page).toHaveTitle(/^(Error|Kesalahan)/);
    expect([form, await violations(page, (axe) => axe.withTags(WCAG))]).toEqual([form, []]);
  }
  close();
});
