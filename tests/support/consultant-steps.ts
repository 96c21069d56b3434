import { expect, type Page } from "@playwright/test";
import type { Rubric } from "#rubric/schema";
import { type Locale, localized } from "~/i18n/locale";
import { m } from "~/i18n/messages";

/** What a consultant does in the browser, step by step, as the pages offer it. */

export const OWNER = { name: "Dewi Anggraini", email: "dewi@example.com", password: "tujuh ekor bangau" };
export const COMPANY = "PT Uji Layanan";

export type Member = { name: string; email: string; perspective: string };

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const follow = (page: Page, name: string) => page.getByRole("link", { name, exact: true }).first().click();

/** Opens the link of the first start and creates the owner's account. */
export async function becomeOwner(page: Page, link: string, locale: Locale): Promise<void> {
  const options = { locale };
  await page.goto(link);
  await expect(heading(page)).toHaveText(m.account_owner_title({}, options));
  await page.getByLabel(m.account_name({}, options)).fill(OWNER.name);
  await page.getByLabel(m.account_email({}, options)).fill(OWNER.email);
  await page.getByLabel(m.account_new_password({}, options)).fill(OWNER.password);
  await press(page, m.account_owner_button({}, options));
  await expect(page).toHaveURL(/\/companies$/);
  await expect(page.getByText(m.account_welcome({ name: OWNER.name }, options))).toBeVisible();
}

/** Adds a company; ends on its page. */
export async function addCompany(page: Page, locale: Locale): Promise<void> {
  const options = { locale };
  await follow(page, m.consultant_company_new({}, options));
  await page.getByLabel(m.consultant_company_name({}, options)).fill(COMPANY);
  await page.getByLabel(m.consultant_industry({}, options)).selectOption("other");
  await page.locator("input[name=size][value=small]").check();
  await page.locator("input[name=offering][value=services]").check();
  await press(page, m.consultant_company_create({}, options));
  await expect(heading(page)).toHaveText(COMPANY);
}

/** Makes a draft by a rubric; ends on its panel. */
export async function addAssessment(
  page: Page,
  rubric: Rubric,
  title: string,
  locale: Locale,
): Promise<void> {
  const options = { locale };
  await follow(page, m.consultant_assessment_new({}, options));
  await follow(page, `${m.consultant_rubric_use({}, options)} ${localized(rubric.name, locale)}`);
  await page.getByLabel(m.consultant_assessment_title({}, options)).fill(title);
  await page.getByLabel(m.consultant_quorum({}, options)).fill("2");
  await page.locator(`input[name=language][value=${locale}]`).check();
  await press(page, m.consultant_assessment_create({}, options));
  await expect(heading(page)).toHaveText(title);
  await expect(page).toHaveURL(/\/panel$/);
}

export async function addMember(
  page: Page,
  { name, email, perspective }: Member,
  locale: Locale,
): Promise<void> {
  const options = { locale };
  await page.getByLabel(m.consultant_person_name({}, options)).fill(name);
  await page.getByLabel(m.consultant_person_email({}, options)).fill(email);
  await page.locator(`input[name=perspective][value=${perspective}]`).check();
  await press(page, m.consultant_member_add_button({}, options));
  await expect(page.getByRole("rowheader", { name })).toBeVisible();
}

/** Opens the assessment and makes every member's personal link; ends on the panel. */
export async function openAndInvite(page: Page, members: Member[], locale: Locale): Promise<string[]> {
  const options = { locale };
  await follow(page, m.consultant_tab_overview({}, options));
  await press(page, m.consultant_step_open_action({}, options));
  await expect(page.getByText(m.consultant_opened_said({}, options))).toBeVisible();
  await follow(page, m.consultant_step_invite_action({}, options));
  await press(page, m.consultant_links_make_missing({ count: members.length }, options));
  const links: string[] = [];
  for (const { name, email } of members) {
    links.push(await page.getByLabel(`${name} · ${email}`, { exact: true }).inputValue());
  }
  return links;
}

/** From the panel: closes the assessment once everybody has handed in, and publishes it; ends on its overview. */
export async function closeAndPublish(page: Page, locale: Locale): Promise<void> {
  const options = { locale };
  await follow(page, m.consultant_tab_overview({}, options));
  await press(page, m.consultant_close({}, options));
  await expect(page.getByText(m.consultant_closed_said({}, options))).toBeVisible();
  await press(page, m.consultant_publish({}, options));
  await expect(page.getByText(m.consultant_published_said({ number: 1 }, options))).toBeVisible();
}

/** Gives somebody of the company an account that reads; returns their one-time link. */
export async function addViewer(
  page: Page,
  person: { name: string; email: string },
  locale: Locale,
): Promise<string> {
  const options = { locale };
  await page.getByRole("link", { name: COMPANY, exact: true }).first().click();
  await follow(page, m.consultant_people_give({}, options));
  await page.getByLabel(m.consultant_person_name({}, options)).fill(person.name);
  await page.getByLabel(m.consultant_person_email({}, options)).fill(person.email);
  await press(page, m.consultant_people_give_button({}, options));
  return page.getByLabel(m.consultant_link_label({}, options)).inputValue();
}
