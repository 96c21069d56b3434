import { expect, type Page } from "@playwright/test";
import { localized } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { inviteMember } from "~/use-cases/panel";
import { assessorScene } from "../support/assessor-scene";
import { lookInside } from "../support/inside";
import { test } from "../support/site";

test.use({ server: "assess-touch" });

const heading = (page: Page) => page.getByRole("heading", { level: 1 });

test("an assessor judges all nine functions on a phone by touch alone", async ({ page, site, language }) => {
  const options = { locale: language };
  const inside = lookInside(site);
  const scene = assessorScene(inside, language);
  const { functions, levels } = scene.rubric;
  const link = `/i/${inviteMember(inside.context(), scene.assessmentId, scene.seat())}`;
  inside.close();
  const total = functions.length;
  const tap = (name: string, role: "button" | "link" = "button") =>
    page.getByRole(role, { name, exact: true }).tap();
  expect(await page.evaluate(() => matchMedia("(pointer: coarse)").matches)).toBe(true);

  await page.goto(link);
  await tap(m.assess_start({}, options));
  const [first] = functions;
  await tap(m.assess_begin_with({ name: first ? localized(first.name, language) : "" }, options), "link");
  for (const [place, fn] of functions.entries()) {
    await expect(heading(page)).toHaveText(localized(fn.question, language));
    await expect(page.locator("main input:checked")).toHaveCount(0);
    if (place === total - 1) {
      await page.getByText(m.assess_cannot({}, options), { exact: true }).tap();
      await page.getByText(m.cannot_judge_no_information({}, options)).tap();
    } else {
      const key = levels[place % levels.length]?.key ?? "";
      await page.getByText(localized(fn.descriptors[key] ?? { id: "", en: "" }, language)).tap();
      await page.getByText(m.confidence_high({}, options), { exact: true }).tap();
    }
    await tap(m.assess_save_next({}, options));
    if (place !== 2) continue;
    // Somebody who is interrupted comes back to the list, and finds what is done.
    await expect(heading(page)).toHaveText(localized(functions[3]?.question ?? fn.question, language));
    await tap(m.assess_to_list({}, options), "link");
    await expect(page.getByText(m.assess_progress({ done: 3, total }, options))).toBeVisible();
    const judged = m.assess_status_judged({}, options);
    await expect(page.locator(".task-list").getByText(judged, { exact: true })).toHaveCount(3);
    const name = localized(functions[3]?.name ?? fn.name, language);
    await tap(m.assess_continue_with({ name }, options), "link");
  }
  await expect(heading(page)).toHaveText(m.assess_check_title({}, options));
  await expect(page.locator(".summary-row")).toHaveCount(total);
  await tap(m.assess_submit({}, options));
  await expect(page).toHaveURL(/\/assess\/done$/);
  await expect(page.getByText(/^[2-9A-HJ-NP-Z]{8}$/).first()).toBeVisible();
});
