import { expect } from "@playwright/test";
import { changeState } from "~/use-cases/assessments";
import { aCompany, aJudgedAssessment, anOpenAssessment, judge, MAIN_RUBRIC } from "../support/factories";
import { lookInside } from "../support/inside";
import { test } from "../support/site";

test.use({ server: "compare" });

test("targets that were set stand in the report, with the gap", async ({ page, site }) => {
  const inside = lookInside(site);
  const open = anOpenAssessment(inside, { rubricKey: MAIN_RUBRIC });
  for (const member of open.members) {
    judge(
      inside,
      open,
      member,
      open.rubric.functions.map(() => 2),
    );
  }
  changeState(inside.context(), open.assessmentId, "close");
  await inside.be(page, await inside.signIn("owner"));
  await page.goto(`/assessments/${open.assessmentId}/goals`);
  const first = open.rubric.functions[0]?.key ?? "";
  await page.locator(`[name="target.${first}"]`).selectOption("4");
  await page.locator(`[name="due.${first}"]`).fill("2027-06-30");
  await page.locator(`[name="targetReason.${first}"]`).fill("Rencana direksi");
  await page.locator(`[name="weight.${first}"]`).fill("1.5");
  await page.locator("main form button[type=submit], main form button:not([type])").first().click();
  await expect(page.getByRole("table").last()).toContainText("Rencana direksi");
  await expect(page.locator(`[name="weight.${first}"]`)).toHaveValue("1.5");

  await page.goto(`/assessments/${open.assessmentId}/report`);
  const summary = page.locator("#summary");
  await summary.locator("summary").first().click();
  const row = summary.getByRole("table").getByRole("row").nth(1);
  // Level 2, target 4, gap 2, three judgments.
  await expect(row).toContainText(/2\D+4\s*2\s*3$/);
  inside.close();
});

test("the benchmark of a company shows where it stands among five others", async ({ page, site }) => {
  const inside = lookInside(site);
  const published = (level: number) => {
    const row = new Array(9).fill(level);
    const companyId = aCompany(inside, { name: `PT Tingkat ${level}` });
    aJudgedAssessment(inside, [row, row, row], { companyId, rubricKey: MAIN_RUBRIC, published: true });
    return companyId;
  };
  const own = published(4);
  for (const level of [1, 2, 2, 3, 3]) published(level);
  await inside.be(page, await inside.signIn("viewer", own));
  await page.goto(`/companies/${own}`);
  await page.locator(`a[href="/companies/${own}/benchmark"]`).click();
  await expect(page.locator("figure svg.drawing:visible")).toHaveCount(1);
  await expect(page.getByRole("table")).toContainText("4");
  await expect(page.getByText("PT Tingkat 1")).toHaveCount(0);
  inside.close();
});
