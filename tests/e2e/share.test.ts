import { expect } from "@playwright/test";
import { m } from "~/i18n/messages";
import { withdraw } from "~/use-cases/publish";
import { aJudgedAssessment, MAIN_RUBRIC } from "../support/factories";
import { lookInside } from "../support/inside";
import { test } from "../support/site";

test.use({ server: "share" });

const PASSPHRASE = "empat angsa putih";
const LEVELS = [1, 2, 3].map(() => [3, 2, 4, 3, 2, 3, 4, 3, 2]);

for (const javaScriptEnabled of [true, false]) {
  test(`a report is shared under a passphrase, read ${javaScriptEnabled ? "with" : "without"} JavaScript, and shut again`, async ({
    page,
    newPerson,
    site,
    language,
  }) => {
    const options = { locale: language };
    const inside = lookInside(site);
    const { assessmentId } = aJudgedAssessment(inside, LEVELS, { rubricKey: MAIN_RUBRIC, published: true });
    await inside.be(page, await inside.signIn("consultant"));
    await page.goto(`/assessments/${assessmentId}/links`);
    await page.getByLabel(m.share_label({}, options)).fill("Direksi");
    await page.getByLabel(m.share_passphrase({}, options)).fill(PASSPHRASE);
    await page.getByRole("button", { name: m.share_make_button({}, options) }).click();
    const link = await page.getByLabel(m.share_address({}, options)).inputValue();
    const row = page.getByRole("row", { name: "Direksi" });
    await expect(row).toContainText(m.share_state_active({}, options));

    const reader = await newPerson({ javaScriptEnabled });
    await reader.goto(link);
    const field = reader.getByLabel(m.share_passphrase({}, options));
    await field.fill("empat angsa hitam");
    await field.press("Enter");
    await expect(reader.getByText(m.share_locked_wrong({}, options)).first()).toBeVisible();
    await reader.getByLabel(m.share_passphrase({}, options)).fill(PASSPHRASE);
    await reader.getByRole("button", { name: m.share_locked_button({}, options) }).click();
    const title = reader.getByRole("heading", { level: 1, name: "PT Uji Layanan" });
    await expect(title).toBeVisible();
    const other = language === "id" ? "en" : "id";
    await reader.locator(`button[name=language][value=${other}]`).click();
    await expect(reader.locator("html")).toHaveAttribute("lang", other);
    await expect(title).toBeVisible();
    const download = reader.waitForEvent("download");
    await reader.locator("a[href$='/report.xlsx']").click();
    expect((await download).suggestedFilename()).toMatch(/^selaras-pt-uji-layanan.*\.xlsx$/);

    await page.goto(`/assessments/${assessmentId}/links`);
    await expect(row.locator("td.num")).toHaveText("1");
    await row.locator("summary").click();
    await row.getByRole("button").click();
    await expect(row).toContainText(m.share_state_revoked({}, options));
    await reader.goto(link);
    await expect(reader.getByRole("heading", { level: 1 })).toHaveText(
      m.share_dead_title({}, { locale: other }),
    );
    inside.close();
  });
}

test("an assessment that is withdrawn has no form for links, and says why", async ({
  page,
  site,
  language,
}) => {
  const inside = lookInside(site);
  const { assessmentId } = aJudgedAssessment(inside, LEVELS, { rubricKey: MAIN_RUBRIC, published: true });
  withdraw(inside.context(), assessmentId);
  await inside.be(page, await inside.signIn("consultant"));
  await page.goto(`/assessments/${assessmentId}/links`);
  await expect(page.getByText(m.share_not_yet_body({}, { locale: language }))).toBeVisible();
  await expect(page.getByLabel(m.share_label({}, { locale: language }))).toHaveCount(0);
  inside.close();
});
