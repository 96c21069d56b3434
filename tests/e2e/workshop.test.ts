import { type BrowserContextOptions, expect, type Page } from "@playwright/test";
import { localized } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { anOpenAssessment, judge, MAIN_RUBRIC } from "../support/factories";
import { lookInside } from "../support/inside";
import { test } from "../support/site";

test.use({ server: "workshop" });
test.setTimeout(90_000);

const PHONE: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  isMobile: true,
  hasTouch: true,
};

test("a room votes blind on three phones, one of them without JavaScript, until it agrees", async ({
  page,
  site,
  browser,
  language: locale,
}) => {
  const options = { locale };
  const inside = lookInside(site);
  const open = anOpenAssessment(inside, { rubricKey: MAIN_RUBRIC });
  const { assessmentId, members, rubric } = open;
  // The second function is the one on which they agree least.
  const levels = (place: number) => rubric.functions.map((_fn, index) => (index === 1 ? 1 + 2 * place : 3));
  members.forEach((member, place) => {
    judge(inside, open, member, levels(place));
  });
  const fn = rubric.functions[1];
  if (!fn) throw new Error("The rubric has two functions and more");
  const question = localized(fn.question, locale);

  await inside.be(page, await inside.signIn("consultant"));
  const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
  const phones: Page[] = [];
  for (const [place, member] of members.entries()) {
    const context = await browser.newContext({
      ...PHONE,
      baseURL: site.url,
      locale: locale === "en" ? "en-GB" : "id-ID",
      javaScriptEnabled: place !== 2,
    });
    const phone = await context.newPage();
    await inside.be(phone, await inside.sitDown(assessmentId, member));
    phones.push(phone);
  }
  const [first, second, plain] = phones;
  if (!first || !second || !plain) throw new Error("A panel of three");
  inside.close();

  // Each comes in by the list of tasks.
  await page.goto(`/assessments/${assessmentId}/workshop`);
  await press(m.workshop_start({}, options));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(question);
  for (const phone of phones) {
    await phone.goto("/assess");
    await phone.getByRole("link", { name: m.workshop_banner_link({}, options) }).tap();
    await expect(phone.getByRole("heading", { level: 1 })).toHaveText(
      m.workshop_seat_waiting_title({}, options),
    );
  }
  await expect(first.getByText(m.workshop_live_on({}, options))).toBeVisible();
  await expect(second.getByText(m.workshop_live_on({}, options))).toBeVisible();
  await expect(page.getByText(m.workshop_live_on({}, options))).toBeVisible();

  const follows = async (phone: Page) => {
    if (phone === plain) await phone.getByRole("link", { name: m.workshop_refresh({}, options) }).tap();
  };
  const vote = async (phone: Page, level: number) => {
    await follows(phone);
    const send = phone.getByRole("button", { name: m.workshop_seat_vote({}, options) });
    await expect(send).toBeVisible();
    await phone.locator(`label.level-card:has(input[value="${level}"])`).tap();
    await send.tap();
    await expect(phone.getByText(m.workshop_seat_voted_title({}, options))).toBeVisible();
  };

  // The first vote: far apart, and nobody sees it before the reveal.
  await press(m.workshop_open({}, options));
  await vote(first, 2);
  await vote(second, 3);
  await expect(page.getByText(m.workshop_voted_of({ voted: 2, asked: 3 }, options))).toBeVisible();
  await expect(first.getByText(m.workshop_voted_of({ voted: 2, asked: 3 }, options))).toBeVisible();
  await vote(plain, 5);
  await expect(page.getByText(m.workshop_voted_of({ voted: 3, asked: 3 }, options))).toBeVisible();
  for (const screen of [page, first, plain]) {
    await expect(screen.getByText(m.workshop_result_level({}, options))).toHaveCount(0);
  }
  // Until then a vote may be changed.
  await first.getByText(m.workshop_seat_change({}, options)).first().tap();
  await first.locator('label.level-card:has(input[value="1"])').tap();
  await first.getByRole("button", { name: m.workshop_seat_change({}, options) }).tap();
  await expect(
    first.locator(".notice").getByText(localized(rubric.levels[0]?.name ?? fn.name, locale)),
  ).toBeVisible();

  await press(m.workshop_reveal({}, options));
  await expect(page.getByText(m.workshop_consensus_split({}, options))).toBeVisible();
  await expect(first.getByText(m.workshop_consensus_split({}, options))).toBeVisible();
  await follows(plain);
  await expect(plain.getByText(m.workshop_consensus_split({}, options))).toBeVisible();

  // Notes are kept while they are written.
  const notes = page.getByRole("textbox", { name: m.workshop_notes({}, options) });
  await notes.fill("Data toko belum disatukan.");
  await expect(page.getByText(m.workshop_notes_saved({}, options))).toBeVisible();
  await page.reload();
  await expect(notes).toHaveValue("Data toko belum disatukan.");

  // Once more, and now they agree.
  await press(m.workshop_again({}, options));
  for (const phone of phones) await vote(phone, 3);
  await expect(page.getByText(m.workshop_voted_of({ voted: 3, asked: 3 }, options))).toBeVisible();
  await press(m.workshop_reveal({}, options));
  await expect(page.getByText(m.workshop_consensus_strong({}, options))).toBeVisible();
  await expect(second.getByText(m.workshop_consensus_strong({}, options))).toBeVisible();

  await page.getByRole("link", { name: m.workshop_end({}, options) }).click();
  await press(m.workshop_end({}, options));
  await expect(page.getByRole("heading", { name: m.workshop_past_title({}, options) })).toBeVisible();
  await expect(page.getByRole("row", { name: new RegExp(localized(fn.name, locale)) })).toBeVisible();
  await expect(first.getByRole("heading", { level: 1 })).toHaveText(m.workshop_seat_none_title({}, options));
  for (const phone of phones) {
    const width = await phone.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(360);
    await phone.context().close();
  }
});
