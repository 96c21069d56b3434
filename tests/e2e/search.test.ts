import { expect } from "@playwright/test";
import { aCompany } from "../support/factories";
import { lookInside } from "../support/inside";
import { test } from "../support/site";

test.use({ server: "search" });

test("the command palette leads to a company by a few letters and Enter", async ({ page, site }) => {
  const inside = lookInside(site);
  const companyId = aCompany(inside, { name: "PT Nusa Citra" });
  await inside.be(page, await inside.signIn("owner"));
  inside.close();
  await page.goto("/companies");
  await expect(async () => {
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("dialog").getByRole("combobox")).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.type("nusa");
  await expect(page.getByRole("option", { name: /PT Nusa Citra/ })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/companies/${companyId}$`));
  await expect(page.getByRole("dialog")).toHaveCount(0);

  await page.keyboard.press("Control+k");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the same is a page with a form", async ({ page, site }) => {
    const inside = lookInside(site);
    const companyId = aCompany(inside, { name: "PT Bumi Lestari" });
    await inside.be(page, await inside.signIn("owner"));
    inside.close();
    await page.goto("/companies");
    await page.locator("a[href='/search']").click();
    await page.getByRole("searchbox").fill("lestari");
    await page.keyboard.press("Enter");
    await expect(page.locator(`a[href='/companies/${companyId}']`)).toBeVisible();
  });
});
