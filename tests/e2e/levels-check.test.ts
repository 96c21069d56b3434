import { expect, type Page } from "@playwright/test";
import { m } from "~/i18n/messages";
import { readMail, readOutbox } from "~/use-cases/outbox";
import { aJudgedAssessment, MAIN_RUBRIC } from "../support/factories";
import { type Inside, lookInside } from "../support/inside";
import { test } from "../support/site";

test.use({ server: "levels-check" });

const LEVELS = [1, 2, 3].map(() => [3, 3, 3, 3, 3, 3, 3, 3, 3]);
const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };

/** The newest personal link that was sent to an insider. */
function newestLink(inside: Inside): string {
  const mail = readOutbox(inside.context()).find(({ kind }) => kind === "informant");
  return /\/i\/[\w-]+/.exec(readMail(inside.context(), mail?.id ?? "").text)?.[0] ?? "";
}

/** The part of the page that is about one function. */
const about = (page: Page, name: string) => page.getByRole("region", { name });

test("levels are checked before publication, and the report says so", async ({
  page,
  newPerson,
  site,
  language,
}) => {
  const options = { locale: language };
  const inside = lookInside(site);
  const { assessmentId, companyId, rubric } = aJudgedAssessment(inside, LEVELS, {
    ...{ rubricKey: MAIN_RUBRIC, language, title: "Penilaian 2026" },
  });
  const [first = "", second = ""] = rubric.functions.map(({ name }) => name[language]);
  await inside.be(page, await inside.signIn("consultant"));
  const manager = await newPerson();
  await inside.be(manager, await inside.signIn("manager", companyId));

  await page.goto(`/assessments/${assessmentId}`);
  await page.getByRole("link", { name: m.check_step_preview({}, options) }).click();
  await page.getByRole("button", { name: m.check_show({}, options) }).click();
  await expect(page.getByText(m.check_show_said({ number: 1 }, options))).toBeVisible();

  await manager.goto(`/companies/${companyId}`);
  await manager.getByRole("link", { name: m.check_answer_action({}, options) }).click();
  await expect(manager.getByRole("heading", { level: 1 })).toHaveText(m.check_preview_title({}, options));
  await about(manager, first).getByLabel(m.check_confirm({}, options)).check();
  await about(manager, second).getByLabel(m.check_dispute({}, options)).check();
  await about(manager, second).getByRole("textbox").fill("The shops do not share stock");
  await manager.getByRole("button", { name: m.check_send({}, options) }).click();
  await expect(manager.getByText(m.check_saved_left({ left: 7 }, options))).toBeVisible();

  await page.getByRole("button", { name: m.check_informants_ask({}, options) }).click();
  await expect(page.getByText(m.check_informants_said({ count: 1 }, options))).toBeVisible();
  for (const javaScriptEnabled of [true, false]) {
    const words = javaScriptEnabled ? "Nobody sells that way" : "Nobody works that way";
    const phone = await newPerson({ ...PHONE, javaScriptEnabled });
    await phone.goto(newestLink(inside));
    await phone.getByRole("button", { name: m.check_invite_start({}, options) }).click();
    await expect(phone).toHaveURL(/\/assess\/levels$/);
    expect(await phone.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    await about(phone, first).getByLabel(m.check_own_dispute({}, options)).check();
    await about(phone, first).getByRole("textbox").fill("");
    await phone.getByRole("button", { name: m.check_send({}, options) }).click();
    await expect(phone.getByRole("alert")).toContainText(m.check_comment_required({}, options));
    await about(phone, first).getByRole("textbox").fill(words);
    await phone.getByRole("button", { name: m.check_send({}, options) }).click();
    await expect(phone.getByText(m.check_saved_left({ left: 8 }, options))).toBeVisible();
    await expect(about(phone, first).getByRole("textbox")).toHaveValue(words);
  }

  await page.goto(`/assessments/${assessmentId}`);
  await expect(page.getByText(m.check_disputes_title({ count: 1 }, options))).toBeVisible();
  await page.getByRole("link", { name: m.check_disputes_open({}, options) }).click();
  await expect(page.getByText("The shops do not share stock")).toBeVisible();
  await expect(page.getByText("Nobody works that way")).toBeVisible();

  await page.goto(`/assessments/${assessmentId}?confirm=reopen`);
  await page.getByLabel(m.waves_reopen_reason({}, options)).fill("Disputed");
  await page.getByRole("button", { name: m.consultant_reopen({}, options) }).click();
  await page.getByRole("button", { name: m.consultant_close({}, options) }).click();
  await page.getByRole("button", { name: m.consultant_publish({}, options) }).click();
  await expect(page.getByText(m.consultant_published_said({ number: 1 }, options))).toBeVisible();
  await page.goto(`/assessments/${assessmentId}/report`);
  const check = page.locator("#check");
  await expect(
    check.getByText(m.check_counts({ confirmed: 1, disputed: 1, unanswered: 7 }, options)),
  ).toBeVisible();
  await expect(check.getByRole("row", { name: first })).toContainText(m.check_before({}, options));
  await expect(check.getByRole("row", { name: second })).toContainText(m.check_state_disputed({}, options));

  // To the company one insider is too few to be told of.
  await manager.goto(`/assessments/${assessmentId}/report`);
  await expect(manager.locator("#check").getByText("The shops do not share stock")).toBeVisible();
  await expect(manager.locator("#check").getByText("Nobody works that way")).toHaveCount(0);
  inside.close();
});
