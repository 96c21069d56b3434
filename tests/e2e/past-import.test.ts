import { expect } from "@playwright/test";
import { aCompany, aRubric, MAIN_RUBRIC } from "../support/factories";
import { lookInside } from "../support/inside";
import { test } from "../support/site";
import { aWorkbook } from "../support/workbook";

test.use({ server: "past-import", locale: "id-ID" });

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("earlier assessments come from a workbook onto the timeline", async ({ page, site }) => {
      const inside = lookInside(site);
      const companyId = aCompany(inside, { name: "PT Masa Lalu" });
      const { functions, name } = aRubric(inside, MAIN_RUBRIC);
      await inside.be(page, await inside.signIn("owner"));
      inside.close();
      const buffer = await aWorkbook([
        ["Tanggal", "Siapa", ...functions.map((fn) => fn.name.id)],
        [new Date("2024-06-30T00:00:00Z"), "Ratna", ...functions.map(() => 2)],
        [new Date("2025-06-30T00:00:00Z"), "Ratna", ...functions.map(() => 3)],
      ]);

      await page.goto(`/companies/${companyId}`);
      await page.getByRole("link", { name: "Impor penilaian terdahulu" }).click();
      await page.getByLabel("Rubrik", { exact: true }).selectOption(MAIN_RUBRIC);
      await page.getByLabel("Berkas").setInputFiles({ name: "lama.xlsx", mimeType: "", buffer });
      await page.getByRole("button", { name: "Baca tabel" }).click();

      await expect(page.getByText("Tidak ada kolom penilai")).toBeVisible();
      await page.getByLabel(/^Siapa/).selectOption("assessor");
      await page.getByRole("button", { name: "Periksa lagi" }).click();
      await expect(page.getByText("Tidak ada kolom penilai")).toHaveCount(0);
      await expect(page.getByLabel(/^Siapa/)).toHaveValue("assessor");
      await expect(page.getByRole("row", { name: /30 Jun 2025/ })).toContainText(`${name.id} Juni 2025`);

      await page.getByRole("button", { name: "Impor 2 penilaian" }).click();
      await expect(page).toHaveURL(new RegExp(`/companies/${companyId}$`));
      await expect(page.getByText("2 penilaian diimpor")).toBeVisible();
      await expect(page.getByRole("row", { name: /30 Jun 2024/ })).toBeVisible();
      await expect(page.getByRole("row", { name: /30 Jun 2025/ })).toBeVisible();
    });
  });
}
