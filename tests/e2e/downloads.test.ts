import { expect, type Page } from "@playwright/test";
import { m } from "~/i18n/messages";
import { lookInside } from "../support/inside";
import type { RunningServer } from "../support/server";
import { test } from "../support/site";

test.use({ server: "downloads", tolerated: /net::ERR_/ });

const english = { locale: "en" } as const;
const file = m.report_pdf_download({}, english);
const said = (page: Page, text: string) => page.getByRole("status").filter({ hasText: text });

/** The consultant on the report of the sample that comes with every installation. */
async function openReport(page: Page, site: RunningServer): Promise<void> {
  const inside = lookInside(site);
  const row = inside.db.$client.prepare("select id from assessment where state = 'published'").get();
  await inside.be(page, await inside.signIn("consultant"));
  inside.close();
  await page.goto(`/assessments/${(row as { id: string }).id}/report`, { waitUntil: "networkidle" });
}

test("a file that takes its time is announced, and then saved", async ({ page, site }) => {
  await openReport(page, site);
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/report.pdf*", async (route) => {
    await held;
    await route.continue();
  });
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: file }).click();
  await expect(said(page, m.downloads_making({ file }, english))).toBeVisible();
  release();
  expect((await download).suggestedFilename()).toMatch(/^selaras-.*\.pdf$/);
  await expect(said(page, m.downloads_ready({ file }, english))).toBeVisible();
});

test("a file that does not come is said to be missing, and the page stays", async ({ page, site }) => {
  await openReport(page, site);
  await page.route("**/report.pdf*", (route) => route.abort());
  await page.getByRole("link", { name: file }).click();
  await expect(said(page, m.downloads_failed({ file }, english))).toBeVisible();
  await expect(page.getByRole("link", { name: file })).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the browser saves the file by itself", async ({ page, site }) => {
    await openReport(page, site);
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: file }).click();
    expect((await download).suggestedFilename()).toMatch(/\.pdf$/);
  });
});
