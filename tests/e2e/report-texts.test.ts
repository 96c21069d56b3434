import { gzipSync } from "node:zlib";
import { expect } from "@playwright/test";
import { m } from "~/i18n/messages";
import { aJudgedAssessment, MAIN_RUBRIC } from "../support/factories";
import { lookInside } from "../support/inside";
import { test } from "../support/site";

test.use({ server: "report-texts" });

const ROWS = [
  [1, 2, 3, 4, 5, 3, 3, 2, 2],
  [2, 2, 3, 4, 4, 3, 1, 2, 2],
  [2, 3, 3, 4, 4, 3, 5, 2, 2],
];

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("texts are written, looked at, published, and stand in the report", async ({
      page,
      site,
      language,
    }) => {
      const options = { locale: language };
      const inside = lookInside(site);
      const made = aJudgedAssessment(inside, ROWS, { rubricKey: MAIN_RUBRIC });
      const key = made.rubric.functions[1]?.key ?? "";
      await inside.be(page, await inside.signIn("owner"));
      inside.close();

      await page.goto(`/assessments/${made.assessmentId}`);
      await page.getByRole("link", { name: m.texts_step_action({}, options) }).click();
      await page.locator('[name="summary.id"]').fill("Perusahaan **melangkah**.\n\n- satu\n- dua");
      await page.locator('[name="summary.en"]').fill("The company **moves**.\n\n- one\n- two");
      await page
        .locator(`[name="comments.${key}.id"]`)
        .fill("Lihat [strategi](https://example.com/strategi).");
      await page.getByRole("button", { name: m.texts_preview({}, options) }).click();
      const preview = page.getByRole("region", { name: m.texts_preview_title({}, options) });
      await expect(preview.locator("strong")).toHaveText(["melangkah", "moves"]);
      await expect(preview.locator("li")).toHaveText(["satu", "dua", "one", "two"]);
      await expect(page.locator('[name="summary.id"]')).toHaveValue(/melangkah/);
      await page.getByRole("button", { name: m.texts_save({}, options) }).click();
      await expect(page.getByText(m.texts_saved({}, options))).toBeVisible();

      await page.goto(`/assessments/${made.assessmentId}`);
      await page.getByRole("button", { name: m.consultant_publish({}, options) }).click();
      await expect(page.getByText(m.consultant_published_said({ number: 1 }, options))).toBeVisible();
      await page.goto(`/assessments/${made.assessmentId}/report`);
      const words = page.getByRole("region", { name: m.texts_words_summary({}, options) });
      await expect(words.locator("strong")).toHaveText(language === "en" ? "moves" : "melangkah");
      const section = page.locator(`#fn-${key}`);
      await expect(section.getByRole("link", { name: "strategi" })).toHaveAttribute(
        "href",
        "https://example.com/strategi",
      );
      await expect(section.locator("details[open]")).toHaveCount(0);
      await page.goto(`/assessments/${made.assessmentId}/report?why=${key}#why-${key}`);
      await expect(
        section.getByRole("heading", { name: m.why_step_consensus({}, options) }),
      ).toBeInViewport();
    });
  });
}

test("the report weighs at most 110 kB of JavaScript in all", async ({ page, site }) => {
  const inside = lookInside(site);
  const { assessmentId } = aJudgedAssessment(inside, ROWS, { rubricKey: MAIN_RUBRIC, published: true });
  await inside.be(page, await inside.signIn("owner"));
  inside.close();
  const scripts: Promise<{ url: string; weight: number }>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() !== "script") return;
    const weighed = response.body().then((body) => gzipSync(body, { level: 9 }).byteLength);
    scripts.push(weighed.then((weight) => ({ url: response.url(), weight })));
  });
  await page.goto(`/assessments/${assessmentId}/report`);
  await page.waitForLoadState("networkidle");
  const all = await Promise.all(scripts);
  expect(all.length).toBeGreaterThan(1);
  const weight = all.reduce((sum, script) => sum + script.weight, 0);
  test.info().annotations.push({ type: "weight", description: `${weight} bytes` });
  expect(weight, all.map((script) => `${script.weight} ${script.url}`).join("\n")).toBeLessThanOrEqual(
    110_000,
  );
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("every figure of the report is there", async ({ page, site }) => {
    const inside = lookInside(site);
    const made = aJudgedAssessment(inside, ROWS, { rubricKey: MAIN_RUBRIC, published: true });
    await inside.be(page, await inside.signIn("owner"));
    inside.close();
    await page.goto(`/assessments/${made.assessmentId}/report`);
    const figures = page.locator("article.report svg[role=img], article.report figure svg");
    // The radar, the ladder and the heat map, each for wide or narrow screens, and a bar for every function.
    await expect(page.locator(".report-distribution svg")).toHaveCount(made.rubric.functions.length);
    await expect(page.locator("#summary figure svg:visible")).not.toHaveCount(0);
    await expect(page.locator("#profile svg:visible")).not.toHaveCount(0);
    await expect(page.locator("#spread svg:visible")).not.toHaveCount(0);
    for (const figure of await figures.all()) {
      expect(await figure.locator("path, rect, circle, line, polygon, text").count()).toBeGreaterThan(0);
    }
    await expect(page.locator("script[src]:visible")).toHaveCount(0);
  });
});
