import { expect } from "@playwright/test";
import { m } from "~/i18n/messages";
import { aCompany, aJudgedAssessment, MAIN_RUBRIC } from "../support/factories";
import { lookInside } from "../support/inside";
import { test } from "../support/site";

test.use({ server: "waves" });

const LEVELS = [1, 2, 3].map(() => [3, 3, 3, 3, 3, 3, 3, 3, 3]);

test("the next wave is made from the company's page and begins with the same panel", async ({
  page,
  site,
  language,
}) => {
  const options = { locale: language };
  const inside = lookInside(site);
  const companyId = aCompany(inside, { name: "PT Gelombang" });
  const given = { companyId, title: "Penilaian 2025", asOf: "2025-06-30", rubricKey: MAIN_RUBRIC };
  aJudgedAssessment(inside, LEVELS, { ...given, published: true });
  await inside.be(page, await inside.signIn("owner"));
  inside.close();

  await page.goto(`/companies/${companyId}`);
  await page.getByRole("link", { name: m.waves_repeat({}, options), exact: true }).click();
  await page.getByLabel(m.consultant_assessment_title({}, options)).fill("Gelombang kedua");
  await page.getByRole("button", { name: m.waves_repeat_do({}, options) }).click();
  await expect(page).toHaveURL(/\/panel$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Gelombang kedua");
  await expect(page.getByText(m.waves_repeated({ count: 3 }, options))).toBeVisible();
  await expect(page.getByRole("rowheader")).toHaveCount(3);
});

test("a template opens the same assessment for two companies and invites their panels", async ({
  page,
  site,
  language,
}) => {
  const options = { locale: language };
  const inside = lookInside(site);
  const { assessmentId } = aJudgedAssessment(inside, LEVELS, { rubricKey: MAIN_RUBRIC });
  for (const name of ["PT Satu", "PT Dua", "PT Tiga"]) aCompany(inside, { name, tags: ["putaran"] });
  await inside.be(page, await inside.signIn("owner"));
  inside.close();

  await page.goto(`/assessments/${assessmentId}/settings`);
  await page.getByRole("link", { name: m.waves_template_save({}, options), exact: true }).click();
  await page.getByLabel(m.waves_template_name({}, options)).fill("Putaran tahunan");
  await page.getByRole("button", { name: m.waves_template_save({}, options) }).click();
  await page.getByRole("link", { name: `${m.waves_template_use({}, options)} Putaran tahunan` }).click();
  await page.locator("select[name=tag]").selectOption("putaran");
  await page.getByRole("button", { name: m.portfolio_filter({}, options), exact: true }).click();
  await expect(page.getByRole("checkbox", { name: /^PT / })).toHaveCount(3);
  await page.getByRole("checkbox", { name: /PT Satu/ }).check();
  await page.getByRole("checkbox", { name: /PT Tiga/ }).check();
  await page.getByRole("checkbox", { name: m.waves_open_now({}, options) }).check();
  await page.getByRole("button", { name: m.waves_open_do({}, options) }).click();

  await expect(page.getByText(m.waves_opened({ count: 2 }, options))).toBeVisible();
  await expect(page.getByRole("rowheader")).toHaveText(["PT Satu", "PT Tiga"]);
  await page.getByRole("link", { name: `${m.waves_opened_panel({}, options)} PT Tiga` }).click();
  await expect(page.getByRole("rowheader")).toHaveCount(3);
  await page.goto("/mail");
  await expect(page.getByText("anggota3@example.com")).toHaveCount(2);
});
