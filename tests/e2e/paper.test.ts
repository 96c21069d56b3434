import { expect, type Page } from "@playwright/test";
import { m } from "~/i18n/messages";
import { addMember, inviteMember, readMember } from "~/use-cases/panel";
import { anOpenAssessment, judge, MAIN_RUBRIC } from "../support/factories";
import { lookInside } from "../support/inside";
import { test } from "../support/site";

test.use({ server: "paper" });

const EN = { locale: "en" } as const;
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

/** How many sheets the page is when it is printed. */
async function sheets(page: Page): Promise<number> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  return pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

test("the questionnaire is printed on one sheet a function and a cover, in both languages", async ({
  page,
  site,
}) => {
  const inside = lookInside(site);
  const { assessmentId, rubric } = anOpenAssessment(inside, { rubricKey: MAIN_RUBRIC });
  await inside.be(page, await inside.signIn("owner"));
  inside.close();
  await page.goto(`/assessments/${assessmentId}/panel`);
  await page.getByRole("link", { name: m.paper_link({}, EN) }).click();
  for (const [language, word] of [
    ["id", m.paper_form_one({}, { locale: "id" })],
    ["en", m.paper_form_one({}, EN)],
  ] as const) {
    await page.getByLabel(m.paper_language({}, EN)).selectOption(language);
    await press(page, m.paper_show({}, EN));
    const form = page.locator(`article[lang=${language}]`);
    await expect(form.getByText(word, { exact: true })).toHaveCount(rubric.functions.length);
    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("heading", { level: 1 })).toBeHidden();
    expect(await sheets(page)).toBe(rubric.functions.length + 1);
    await page.emulateMedia({ media: "screen" });
  }
});

test("what a member wrote on paper is entered and handed in for them", async ({ page, site }) => {
  const inside = lookInside(site);
  const open = anOpenAssessment(inside, { rubricKey: MAIN_RUBRIC });
  const [memberId = ""] = open.members;
  await inside.be(page, await inside.signIn("owner"));
  await page.goto(`/assessments/${open.assessmentId}/panel/${memberId}`);
  await page.getByRole("link", { name: m.paper_enter({}, EN) }).click();
  for (const [index, { key }] of open.rubric.functions.entries()) {
    const value = index === 0 ? "none" : "3";
    await page.locator(`input[name="${key}--level"][value="${value}"]`).check();
  }
  const [first] = open.rubric.functions;
  const why = page.locator(`select[name="${first?.key}--cannotJudge"]`);
  await press(page, m.paper_enter_save({}, EN));
  await expect(page.getByRole("alert")).toContainText(m.assess_reason_missing({}, EN));
  await why.selectOption("no-information");
  await page.getByLabel(m.paper_enter_hand_in({ name: "Anggota 1" }, EN)).check();
  await press(page, m.paper_enter_save({}, EN));
  const count = open.rubric.functions.length;
  await expect(page.getByRole("status")).toContainText(m.paper_enter_saved({ count, name: "Anggota 1" }, EN));
  const assessor = await inside.sitDown(open.assessmentId, memberId);
  inside.close();
  await page.context().clearCookies();
  await inside.be(page, assessor);
  await page.goto("/assess/done");
  await expect(page.getByText(m.assess_from_paper({}, EN))).toHaveCount(count);
  expect(await sheets(page)).toBeGreaterThan(0);
});

test("a function is passed on to a colleague, who finds it on their list", async ({ newPerson, site }) => {
  const inside = lookInside(site);
  const open = anOpenAssessment(inside, { rubricKey: MAIN_RUBRIC, language: "en" });
  const [fn, other] = open.rubric.functions;
  const colleague = addMember(inside.context(), open.assessmentId, {
    ...{ name: "Sari", email: "sari@example.com", perspective: "other", weight: 1 },
    functions: [other?.key ?? ""],
  });
  const [giver, taker] = [await newPerson(), await newPerson()];
  await inside.be(giver, await inside.sitDown(open.assessmentId, open.members[0] ?? ""));
  const link = `/i/${inviteMember(inside.context(), open.assessmentId, colleague)}`;
  await taker.goto(link);
  await press(taker, m.assess_start({}, EN));
  await expect(taker.getByText(m.assess_asked_some({ asked: 1, total: 9 }, EN))).toBeVisible();

  await giver.goto(`/assess/functions/${fn?.key}`);
  await giver.getByRole("link", { name: m.assess_pass_link({}, EN) }).click();
  await giver.getByLabel(m.assess_pass_email({}, EN)).fill("nobody@example.com");
  await press(giver, m.assess_pass_submit({}, EN));
  await expect(giver.getByRole("alert")).toContainText(m.assess_pass_no_match({}, EN));
  await giver.getByLabel(m.assess_pass_email({}, EN)).fill("sari@example.com");
  await press(giver, m.assess_pass_submit({}, EN));
  const name = fn?.name.en ?? "";
  await expect(giver.getByRole("status")).toContainText(m.assess_pass_done({ name }, EN));
  await expect(giver.getByRole("main").getByRole("link", { name, exact: true })).toHaveCount(0);

  // The session the colleague had before goes on.
  await taker.reload();
  await taker.getByRole("main").getByRole("link", { name, exact: true }).click();
  await expect(taker.getByRole("heading", { level: 1 })).toHaveText(fn?.question.en ?? "");
  expect(readMember(inside.context(), open.assessmentId, colleague).functions).toHaveLength(2);
  inside.close();
});

test("answers that were sent are opened again and sent once more", async ({ page, site }) => {
  const inside = lookInside(site);
  const open = anOpenAssessment(inside, { rubricKey: MAIN_RUBRIC });
  const [memberId = ""] = open.members;
  judge(
    inside,
    open,
    memberId,
    open.rubric.functions.map(() => 3),
  );
  await inside.be(page, await inside.sitDown(open.assessmentId, memberId));
  inside.close();
  await page.goto("/assess");
  await page.getByRole("link", { name: m.assess_reopen_receipt_link({}, EN) }).click();
  await press(page, m.assess_reopen({}, EN));
  await expect(page.getByRole("status")).toContainText(m.assess_reopen_done({}, EN));
  await page.getByRole("link", { name: m.assess_check_answers({}, EN) }).click();
  await press(page, m.assess_submit({}, EN));
  await expect(page).toHaveURL(/\/assess\/done$/);
});
