import { expect, type Page } from "@playwright/test";
import { localized } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { changeState } from "~/use-cases/assessments";
import { saveJudgment, submitJudgments } from "~/use-cases/judging";
import { addMember, inviteMember } from "~/use-cases/panel";
import { keepJudgment } from "~/use-cases/rounds-keep";
import { verifyResult } from "~/use-cases/verify-result";
import { judgeFunction, sitDown } from "../support/assessor-steps";
import { closeAndPublish } from "../support/consultant-steps";
import { aCompany, anAssessment, aRubric, judge, MAIN_RUBRIC } from "../support/factories";
import { textOf } from "../support/html";
import { type Inside, lookInside } from "../support/inside";
import { test } from "../support/site";

test.use({ server: "delphi" });

/** Two come by the browser, asked for the first function only; three answer inside. */
const BROWSER = [
  { name: "Ratna Wulandari", email: "ratna@example.com", first: 4 },
  { name: "Bayu Prasetyo", email: "bayu@example.com", first: 5 },
] as const;
const INSIDE = [3, 2, 3];

function scene(inside: Inside, language: "id" | "en") {
  const rubric = aRubric(inside, MAIN_RUBRIC);
  const [fn] = rubric.functions;
  if (!fn) throw new Error("The rubric has no function");
  const given = { rubricKey: MAIN_RUBRIC, quorum: 3, language };
  const assessmentId = anAssessment(inside, aCompany(inside), given);
  const add = (name: string, email: string, functions: string[] | null) => {
    const member = { name, email, functions, perspective: "expert", weight: 1 } as const;
    return addMember(inside.context(), assessmentId, member);
  };
  const quiet = INSIDE.map((_, index) =>
    add(`Anggota ${index + 1}`, `anggota${index + 1}@example.com`, null),
  );
  const loud = BROWSER.map(({ name, email }) => add(name, email, [fn.key]));
  changeState(inside.context(), assessmentId, "open");
  quiet.forEach((member, index) => {
    const levels = rubric.functions.map((_fn, place) => (place === 0 ? (INSIDE[index] ?? 3) : 3));
    judge(inside, { assessmentId, rubric }, member, levels);
  });
  const as = (index: number) => {
    const actor = { kind: "assessor", memberId: quiet[index] ?? "", assessmentId } as const;
    return { ...inside.context(), actor };
  };
  const link = (index: number) => `/i/${inviteMember(inside.context(), assessmentId, loud[index] ?? "")}`;
  return { rubric, fn, assessmentId, as, link };
}

test("a Delphi of two rounds ends in strong consensus, and the report says how", async ({
  page,
  newPerson,
  site,
  language,
}) => {
  const options = { locale: language };
  const inside = lookInside(site);
  const { rubric, fn, assessmentId, as, link } = scene(inside, language);
  const question = localized(fn.question, language);
  const press = (on: Page, name: string) => on.getByRole("button", { name, exact: true }).click();
  const handIn = async (on: Page) => {
    await press(on, m.assess_submit({}, options));
    await expect(on).toHaveURL(/\/assess\/done$/);
  };

  const assessors: Page[] = [];
  for (const [index, { name, first }] of BROWSER.entries()) {
    const assessor = await newPerson();
    assessors.push(assessor);
    await sitDown(assessor, link(index), name, language);
    await assessor.goto(`/assess/functions/${fn.key}`);
    await judgeFunction(assessor, { question, level: first, rationale: `Alasan ${name}` }, language);
    await handIn(assessor);
  }

  await inside.be(page, await inside.signIn("owner"));
  await page.goto(`/assessments/${assessmentId}/rounds`);
  const total = rubric.functions.length;
  await expect(page.getByText(m.rounds_summary_open({ count: 1, total }, options))).toBeVisible();
  await press(page, m.rounds_plan({}, options));
  await expect(page.getByText(m.rounds_confirm_asked({ count: 5 }, options))).toBeVisible();
  await press(page, m.rounds_confirm_button({ number: 2 }, options));
  await expect(page.getByText(m.rounds_opened({ number: 2, functions: 1 }, options))).toBeVisible();
  const links = BROWSER.map(({ name, email }) =>
    page.getByLabel(`${name} · ${email}`, { exact: true }).inputValue(),
  );

  keepJudgment(as(0), fn.key);
  const moved = { level: 3, cannotJudge: null, confidence: 2, rationale: "Kasir juga terhubung" };
  saveJudgment(as(1), fn.key, { ...moved, indicators: {} });
  keepJudgment(as(2), fn.key);
  for (const index of [0, 1, 2]) submitJudgments(as(index));

  const [changes, keeps] = assessors;
  if (!changes || !keeps) throw new Error("Two assessors came by the browser");
  await sitDown(changes, (await links[0]) ?? "", BROWSER[0].name, language);
  await expect(changes.getByText(m.rounds_own_lead({ count: 1 }, options))).toBeVisible();
  await changes.goto(`/assess/functions/${fn.key}`);
  await expect(changes.getByText(`Alasan ${BROWSER[1].name}`)).toBeVisible();
  await expect(changes.locator("input[name=level]:checked")).toHaveCount(0);
  const why = changes.getByText(m.rounds_reason_label({}, options));
  await changes.locator('input[name=level][value="4"]').check();
  await expect(why).toBeHidden();
  await changes.locator('input[name=level][value="3"]').check();
  await expect(why).toBeVisible();
  await press(changes, m.assess_save_next({}, options));
  const missing = m.rounds_reason_missing({ earlier: 4, level: 3 }, options);
  await expect(changes.getByRole("link", { name: missing })).toBeVisible();
  await expect(changes.locator("input[name=level]:checked")).toHaveValue("3");
  await changes.locator("textarea[name=rationale]").fill("Alasan panel meyakinkan saya");
  await press(changes, m.assess_save_next({}, options));
  await expect(changes.getByText(m.rounds_own_changed({ level: 4 }, options))).toBeVisible();
  await handIn(changes);

  await sitDown(keeps, (await links[1]) ?? "", BROWSER[1].name, language);
  await keeps.goto(`/assess/functions/${fn.key}`);
  await press(keeps, m.rounds_keep_level({ level: 5 }, options));
  await expect(keeps.getByText(m.rounds_own_kept({}, options))).toBeVisible();
  await handIn(keeps);

  await page.goto(`/assessments/${assessmentId}/rounds`);
  await expect(page.getByText(m.rounds_summary_done({}, options))).toBeVisible();
  const row = page.getByRole("row", { name: localized(fn.name, language) });
  await expect(row).toContainText(m.rounds_moved({ moved: 2, answered: 5, share: "40%" }, options));
  await expect(row).toContainText(m.rounds_towards({ count: 2 }, options));
  const stage = m.rounds_number({ number: 2 }, options);
  await expect(row).toContainText(m.rounds_verdict_consensus_about({ stage }, options));

  await closeAndPublish(page, language);
  await page.goto(`/assessments/${assessmentId}/report`);
  const text = textOf(await page.content());
  expect(text).toContain(m.rounds_report_count({ count: 2 }, options));
  expect(text).toContain(m.rounds_report_again({ count: 1, total }, options));
  expect(text).toContain(m.rounds_report_rule_strong({ stable: "15%" }, options));
  expect(text).toContain(m.rounds_report_reached({ number: 2 }, options));
  expect(verifyResult(inside.context(), assessmentId)).toMatchObject({ identical: true });
  inside.close();
});
