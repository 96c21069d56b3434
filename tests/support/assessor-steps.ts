import { expect, type Page } from "@playwright/test";
import type { Rubric } from "#rubric/schema";
import { type Locale, localized } from "~/i18n/locale";
import { m } from "~/i18n/messages";

/** What an assessor does in the browser. */

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const follow = (page: Page, name: string) => page.getByRole("link", { name, exact: true }).click();

/** Opens the personal link and sits down at the tasks. */
export async function sitDown(page: Page, link: string, name: string, locale: Locale): Promise<void> {
  const options = { locale };
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(m.assess_invite_title({ name }, options));
  await page
    .getByRole("button", {
      name: new RegExp(`^(${m.assess_start({}, options)}|${m.assess_resume({}, options)})$`),
    })
    .click();
  await expect(page).toHaveURL(/\/assess$/);
}

/** Judges the function of this page (null is "cannot judge"), saves, and waits for the page after it. */
export async function judgeFunction(
  page: Page,
  given: { question: string; level: number | null; rationale: string },
  locale: Locale,
): Promise<void> {
  const options = { locale };
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(given.question);
  if (given.level === null) {
    await page.getByLabel(m.assess_cannot({}, options)).check();
    await page.getByLabel(m.cannot_judge_no_information({}, options)).check();
  } else {
    await page.locator(`input[name=level][value="${given.level}"]`).check();
    await page.getByLabel(m.confidence_medium({}, options), { exact: true }).check();
  }
  await page.getByRole("textbox", { name: m.assess_rationale({}, options) }).fill(given.rationale);
  await press(page, m.assess_save_next({}, options));
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(given.question);
}

/** Judges all functions from the first to the last, checks and hands in; returns the receipt. */
export async function judgeAll(
  page: Page,
  rubric: Rubric,
  levels: (number | null)[],
  locale: Locale,
): Promise<string> {
  const options = { locale };
  const [first] = rubric.functions;
  if (first) await follow(page, m.assess_begin_with({ name: localized(first.name, locale) }, options));
  for (const [place, fn] of rubric.functions.entries()) {
    const rationale = `${localized(fn.name, locale)}: ${levels[place] ?? "?"}`;
    const question = localized(fn.question, locale);
    await judgeFunction(page, { question, rationale, level: levels[place] ?? null }, locale);
  }
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(m.assess_check_title({}, options));
  await press(page, m.assess_submit({}, options));
  await expect(page).toHaveURL(/\/assess\/done$/);
  const receipt = page.getByText(/^[2-9A-HJ-NP-Z]{8}$/).first();
  await expect(receipt).toBeVisible();
  return (await receipt.textContent()) ?? "";
}
