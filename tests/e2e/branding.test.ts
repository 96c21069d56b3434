import { expect, type Page } from "@playwright/test";
import { anSvg, SHAPE } from "~/brand/brand-samples";
import { drawLogo } from "~/brand/draw-logo";
import { m } from "~/i18n/messages";
import { setLogo } from "~/use-cases/branding";
import { anOpenAssessment, MAIN_RUBRIC } from "../support/factories";
import { lookInside } from "../support/inside";
import { test } from "../support/site";

test.use({ server: "branding" });

/** What stands in the place of the wordmark: the picture of the workspace, or none. */
const headerPicture = (page: Page) =>
  page
    .locator(".site-header-row > :first-child")
    .evaluate((first) => getComputedStyle(first.querySelector("span") ?? first, "::before").backgroundImage);

const accentOf = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--color-accent").trim());

test("a logo and a colour are set, and shown to the staff and to assessors", async ({
  page,
  newPerson,
  site,
  language,
}) => {
  const options = { locale: language };
  const inside = lookInside(site);
  await inside.be(page, await inside.signIn("owner"));
  await page.goto("/workspace/brand");
  const before = await accentOf(page);
  const file = { name: "logo.svg", mimeType: "image/svg+xml", buffer: anSvg(SHAPE) };
  await page.getByLabel(m.brand_logo_file({}, options)).setInputFiles(file);
  await page.getByRole("button", { name: m.brand_logo_save({}, options) }).click();
  await expect(page.getByText(m.brand_logo_saved({}, options))).toBeVisible();
  await expect(page.getByRole("img", { name: "Selaras" })).toHaveCount(2);
  expect(await headerPicture(page)).toMatch(/^url\(".*\/brand\/[\w-]+\/[0-9a-f]{32}\.png"\)$/);

  const code = page.getByLabel(m.brand_colour_code({}, options));
  await code.fill("#ffcc00");
  await page.getByRole("button", { name: m.brand_colour_save({}, options) }).click();
  const proposal = page.locator("button[name=proposal]");
  await expect(proposal).toBeVisible();
  const readable = await proposal.getAttribute("value");
  await proposal.click();
  await expect(page.getByText(m.brand_colour_saved({}, options))).toBeVisible();
  await expect(code).toHaveValue(readable ?? "");
  expect(await accentOf(page)).not.toBe(before);

  const assessor = await newPerson({ colorScheme: "dark" });
  const open = anOpenAssessment(inside, { rubricKey: MAIN_RUBRIC });
  await inside.be(assessor, await inside.sitDown(open.assessmentId, open.members[0] ?? ""));
  await assessor.goto("/assess");
  expect(await headerPicture(assessor)).toContain("/brand/");
  const dark = await accentOf(assessor);
  await assessor.emulateMedia({ colorScheme: "light" });
  expect(await accentOf(assessor)).toBe(await accentOf(page));
  expect(dark).not.toBe(await accentOf(assessor));
  inside.close();
});

test("the look begins with signing in and ends with signing out, in the same window", async ({
  page,
  site,
}) => {
  const inside = lookInside(site);
  setLogo(inside.context(), await drawLogo({ name: "logo.svg", bytes: anSvg(SHAPE) }));
  await inside.be(page, await inside.signIn("owner"));
  await page.goto("/companies");
  expect(await headerPicture(page)).toContain("/brand/");
  await page.locator("form[action='/sign-out'] button").click();
  await expect(page).toHaveURL(/\/$/);
  await expect.poll(() => headerPicture(page)).toBe("none");
  inside.close();
});
