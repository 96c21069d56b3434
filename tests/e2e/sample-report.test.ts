import { expect } from "@playwright/test";
import { m } from "~/i18n/messages";
import { becomeOwner } from "../support/consultant-steps";
import { textOf } from "../support/html";
import { lookInside } from "../support/inside";
import { reportLines } from "../support/report";
import { shippedRubric } from "../support/rubrics";
import { test } from "../support/site";
import { storedSample } from "../support/stored-sample";

test.use({ server: "sample-report" });

test("the sample report shows cross-channel, and follows one stored judgment that changes", async ({
  page,
  site,
  language,
}) => {
  const options = { locale: language };
  const rubric = shippedRubric("omnichannel-maturity");
  await becomeOwner(page, site.ownerLink, language);
  const inside = lookInside(site);
  const stored = storedSample(inside.db, rubric);
  await page.getByRole("link", { name: stored.title }).first().click();
  await page.getByRole("link", { name: m.consultant_report({}, options), exact: true }).click();
  const summary = page.getByRole("region", { name: m.report_summary_title({}, options) });
  await expect(summary.locator(".level-square").first()).toHaveText("3");
  await expect(summary).toContainText("Cross-channel");
  const before = reportLines(rubric, stored.expected(), language);
  for (const line of before) expect(textOf(await page.content())).toContain(line);

  stored.changeOne();
  const after = reportLines(rubric, stored.expected(), language);
  inside.close();
  expect(after).not.toEqual(before);
  await page.reload();
  for (const line of after) expect(textOf(await page.content())).toContain(line);
});
