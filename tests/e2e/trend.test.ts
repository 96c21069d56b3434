import { expect, type Page } from "@playwright/test";
import { aCompany, aJudgedAssessment, MAIN_RUBRIC } from "../support/factories";
import { lookInside } from "../support/inside";
import type { RunningServer } from "../support/server";
import { test } from "../support/site";

test.use({ server: "trend" });

async function openTrend(page: Page, site: RunningServer): Promise<void> {
  const inside = lookInside(site);
  await inside.be(page, await inside.signIn("owner"));
  const company = inside.db.$client.prepare("select id from company where sample = 1").pluck().get();
  inside.close();
  await page.goto(`/companies/${company}/trend`);
}

test("the trend of a company is a table first, and a chart once its code has come", async ({
  page,
  site,
}) => {
  const charts: string[] = [];
  page.on("response", async (response) => {
    if (response.request().resourceType() !== "script") return;
    if (/recharts/i.test(await response.text())) charts.push(response.url());
  });
  await openTrend(page, site);
  await expect(page.getByRole("table").first()).toContainText("Cross-channel");
  await expect(page.locator("svg.recharts-surface").first()).toBeVisible();
  // The body of a script arrives a moment after the script has run.
  await expect.poll(() => charts.length).toBeGreaterThan(0);
});

test("a period is chosen with the bar under the chart, and given up again", async ({ page, site }) => {
  const inside = lookInside(site);
  const companyId = aCompany(inside);
  for (const year of [2024, 2025, 2026]) {
    const levels = [1, 2, 3].map(() => [1, 2, 3]);
    aJudgedAssessment(inside, levels, {
      ...{ companyId, asOf: `${year}-06-30`, rubricKey: MAIN_RUBRIC, published: true },
    });
  }
  await inside.be(page, await inside.signIn("owner"));
  inside.close();
  await page.goto(`/companies/${companyId}/trend`);
  const shown = page.getByRole("status").filter({ hasText: /20\d\d/ });
  await expect(shown).toContainText(/2024.*2026/);
  await page.getByRole("slider").first().focus();
  await page.keyboard.press("ArrowRight");
  await expect(shown).toContainText(/2025.*2026/);
  await page.locator(".trend-explorer button.button").click();
  await expect(shown).toContainText(/2024.*2026/);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the trend of a company is the table alone", async ({ page, site }) => {
    await openTrend(page, site);
    await expect(page.getByRole("table").first()).toContainText("Cross-channel");
    await expect(page.locator("svg.recharts-surface")).toHaveCount(0);
  });
});
