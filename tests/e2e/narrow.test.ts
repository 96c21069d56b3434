import { expect } from "@playwright/test";
import { test } from "../support/site";
import { everyPage } from "../support/visited-pages";

test.use({ server: "narrow", viewport: { width: 320, height: 640 } });

test("no page scrolls sideways at 320 pixels", async ({ page, site }) => {
  test.setTimeout(360_000);
  const { visits, open, close } = await everyPage(site);
  const wide: Record<string, number> = {};
  for (const visit of visits) {
    await open(page, visit);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > 320) wide[visit.path] = width;
  }
  close();
  expect(wide).toEqual({});
});
