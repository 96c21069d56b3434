import { expect, type Page } from "@playwright/test";
import { localized } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { changeState } from "~/use-cases/assessments";
import { addMember } from "~/use-cases/panel";
import { aCompany, anAssessment, aRubric, judge, MAIN_RUBRIC } from "../support/factories";
import { type Inside, lookInside } from "../support/inside";
import { test } from "../support/site";

test.use({ server: "disagreement" });

/** What each says of the first two functions; of all others everybody says 3. The last one stands apart. */
const PANEL = [
  { name: "Ratna Wulandari", perspective: "expert", levels: [3, 2] },
  { name: "Bayu Prasetyo", perspective: "insider", levels: [3, 2] },
  { name: "Sari Utami", perspective: "customer", levels: [3, 3] },
  { name: "Dewi Lestari", perspective: "expert", levels: [3, 5] },
] as const;

function scene(inside: Inside, language: "id" | "en") {
  const rubric = aRubric(inside, MAIN_RUBRIC);
  const given = { rubricKey: MAIN_RUBRIC, quorum: 3, language };
  const assessmentId = anAssessment(inside, aCompany(inside), given);
  const members = PANEL.map(({ name, perspective }, index) => {
    const email = `penilai${index + 1}@example.com`;
    return addMember(inside.context(), assessmentId, { name, email, perspective, weight: 1 });
  });
  changeState(inside.context(), assessmentId, "open");
  members.forEach((member, index) => {
    const own = PANEL[index]?.levels ?? [];
    const levels = rubric.functions.map((_fn, place) => own[place] ?? 3);
    judge(inside, { assessmentId, rubric }, member, levels);
  });
  const name = (place: number) => localized(rubric.functions[place]?.name ?? { id: "", en: "" }, language);
  return {
    assessmentId,
    asked: members.at(-1) ?? "",
    divided: name(1),
    agreed: name(0),
    key: rubric.functions[1]?.key ?? "",
  };
}

test("who stands apart is asked, answers, and the function goes into the next round", async ({
  page,
  newPerson,
  site,
  language,
}) => {
  const options = { locale: language };
  const inside = lookInside(site);
  const { assessmentId, asked, divided, agreed, key } = scene(inside, language);
  const desk = `/assessments/${assessmentId}/disagreement`;
  const press = (on: Page, name: string) => on.getByRole("button", { name, exact: true }).click();
  const apart = PANEL[3].name;

  await inside.be(page, await inside.signIn("owner"));
  await page.goto(`/assessments/${assessmentId}`);
  await page.getByRole("link", { name: m.desk_tab({}, options), exact: true }).click();
  await expect(page).toHaveURL(desk);
  const first = page.locator(`#fn-${key}`);
  await expect(page.locator("section[id^=fn-]").first()).toHaveId(`fn-${key}`);
  const who = { name: apart, perspective: m.perspective_expert({}, options).toLowerCase() };
  await expect(first.getByText(m.desk_who({ ...who, level: 5 }, options))).toBeVisible();
  await expect(first.getByText(m.desk_above({ count: 3 }, options))).toBeVisible();
  const ask = `${m.desk_ask({}, options)} ${m.desk_ask_whom({ name: apart, fn: divided }, options)}`;
  await first.getByRole("link", { name: ask, exact: true }).click();
  const question = page.getByLabel(m.desk_ask_text({}, options));
  await expect(question).toHaveValue(new RegExp(`${divided}.* 5 `));
  await press(page, m.desk_ask_send({}, options));
  await expect(page.getByText(m.desk_ask_done({ name: apart }, options))).toBeVisible();
  await expect(first.getByText(m.desk_waiting({}, options))).toBeVisible();

  const member = await newPerson();
  await inside.be(member, await inside.sitDown(assessmentId, asked));
  await member.goto("/assess");
  await member.getByLabel(m.desk_own_answer({}, options)).fill("Stok toko tampil di aplikasi.");
  await press(member, m.desk_own_send({}, options));
  await expect(member.getByText(m.desk_own_done({}, options))).toBeVisible();

  await page.goto(desk);
  await expect(first.getByText("Stok toko tampil di aplikasi.")).toBeVisible();
  await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(1);
  await press(page, m.desk_to_rounds({}, options));
  await expect(page).toHaveURL(new RegExp(`/rounds\\?f=${key}`));
  await expect(page.getByRole("checkbox", { name: divided })).toBeChecked();
  await expect(page.getByRole("checkbox", { name: agreed })).not.toBeChecked();
  await press(page, m.rounds_plan({}, options));
  await expect(page.getByText(m.rounds_confirm_asked({ count: 4 }, options))).toBeVisible();
});
