import { expect, type Page } from "@playwright/test";
import { localized } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { inviteMember } from "~/use-cases/panel";
import { assessorScene } from "../support/assessor-scene";
import { lookInside } from "../support/inside";
import { tabStops, tabTo } from "../support/keyboard";
import { test } from "../support/site";

// Low, so that what stays at the bottom of the window takes a good part of it.
test.use({ server: "assess-keyboard", viewport: { width: 1024, height: 560 } });

const heading = (page: Page) => page.getByRole("heading", { level: 1 });

test("an assessor judges, corrects, explains and hands in by the keyboard alone", async ({
  page,
  site,
  language,
}) => {
  const options = { locale: language };
  const inside = lookInside(site);
  const scene = assessorScene(inside, language);
  const asked = scene.rubric.functions.slice(0, 3);
  const names = asked.map(({ name }) => localized(name, language));
  const questions = asked.map(({ question }) => localized(question, language));
  const link = `/i/${inviteMember(inside.context(), scene.assessmentId, scene.seat({ functions: 3 }))}`;
  inside.close();
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  const save = button(m.assess_save_next({}, options));
  const level = (value: number | string) => page.locator(`[name=level][value="${value}"]`);

  await page.goto(link);
  await tabTo(page, button(m.assess_start({}, options)));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/assess$/);

  const begin = m.assess_begin_with({ name: names[0] ?? "" }, options);
  await page.reload();
  const stops = await tabStops(page);
  expect(stops.filter((stop) => [...names, begin].includes(stop))).toEqual([...names, begin]);
  await tabTo(page, page.getByRole("link", { name: begin, exact: true }));
  await page.keyboard.press("Enter");

  await test.step("digits choose; indicators that contradict are pointed out, and explained", async () => {
    await expect(heading(page)).toHaveText(questions[0] ?? "");
    const { length: levels } = scene.rubric.levels;
    await expect(page.getByText(m.assess_keys_on({ levels }, options))).toBeVisible();
    await page.keyboard.press("2");
    await expect(level(2)).toBeFocused();
    await page.keyboard.press("4");
    await expect(level(4)).toBeChecked();
    await tabTo(page, page.locator("summary", { hasText: m.assess_indicators({}, options) }));
    await page.keyboard.press("Space");
    const notMet = page.locator("[name^=indicator-][value=not-met]").first();
    await tabTo(page, page.locator("[name^=indicator-]").first());
    while (!(await notMet.isChecked())) await page.keyboard.press("ArrowDown");
    const [lowest] = asked[0]?.indicators ?? [];
    const said = page.getByRole("status").filter({ hasText: lowest && localized(lowest.text, language) });
    await expect(said).toContainText(m.assess_contradiction({ level: 4, count: 1 }, options));
    await tabTo(page, page.getByRole("link", { name: m.assess_contradiction_explain({}, options) }));
    await page.keyboard.press("Enter");
    const rationale = page.getByRole("textbox", { name: m.assess_rationale({}, options) });
    await expect(rationale).toBeFocused();
    await page.keyboard.type("Hanya 1 dari 3 toko");
    await expect(rationale).toHaveValue("Hanya 1 dari 3 toko");
    await expect(level(4)).toBeChecked();
    await tabTo(page, save);
    await page.keyboard.press("Enter");
  });

  await test.step("a page sent without an answer says so once it is sent, and leads to the field", async () => {
    await expect(heading(page)).toHaveText(questions[1] ?? "");
    await tabTo(page, save);
    await expect(page.getByRole("alert")).toHaveCount(0);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("alert")).toBeFocused();
    await expect(page).toHaveTitle(new RegExp(`^${m.error_title_prefix({ title: "" }, options)}`));
    await tabTo(page, page.getByRole("link", { name: m.assess_level_missing({}, options) }));
    await page.keyboard.press("Enter");
    await expect(level(1)).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await expect(level(2)).toBeChecked();
    await page.keyboard.press("Enter");
  });

  await test.step("a function can be declared not judgeable", async () => {
    await expect(heading(page)).toHaveText(questions[2] ?? "");
    await tabTo(page, level(1));
    await page.keyboard.press("ArrowUp");
    await expect(level("none")).toBeChecked();
    await tabTo(page, page.locator("[name=cannotJudge]").first());
    await page.keyboard.press("Space");
    await tabTo(page, save);
    await page.keyboard.press("Enter");
  });

  await expect(heading(page)).toHaveText(m.assess_check_title({}, options));
  await tabTo(page, button(m.assess_submit({}, options)));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/assess\/done$/);
  await expect(page.getByText(/^[2-9A-HJ-NP-Z]{8}$/).first()).toBeVisible();
});
