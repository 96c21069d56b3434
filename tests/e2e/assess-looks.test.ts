import { expect, type Page } from "@playwright/test";
import { type Seen, watchPage } from "../../scripts/watch-page";
import { assessorStates } from "../support/assessor-states";
import type { RunningServer } from "../support/server";
import { test } from "../support/site";

test.use({ server: "assess-looks" });

/** Opens one thing that an assessor can meet, by its name. */
async function meet(page: Page, site: RunningServer, name: string): Promise<void> {
  const { states, close } = assessorStates(site);
  const state = states.find((one) => one.name === name);
  if (!state) throw new Error(`Nobody meets ${name}`);
  await state.open(page);
  close();
}

const CONTRADICTS = "a function with an answer that contradicts itself";

test("where the system forces its colours, what is chosen still shows", async ({ page, site }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await meet(page, site, CONTRADICTS);
  const looks = await page.locator(".level-card").evaluateAll((cards) =>
    cards.map((card) => {
      const radio = card.querySelector("input");
      const { borderTopWidth } = getComputedStyle(card);
      return {
        chosen: radio?.checked,
        edge: borderTopWidth,
        radio: radio && getComputedStyle(radio).opacity,
      };
    }),
  );
  expect(looks.filter(({ chosen }) => chosen)).toEqual([{ chosen: true, edge: "3px", radio: "1" }]);
  const others = looks.filter(({ chosen }) => !chosen);
  expect(others.length).toBeGreaterThan(1);
  for (const other of others) expect(other).toEqual({ chosen: false, edge: "1px", radio: "1" });
  const language = page.locator(".language-switch [aria-current]");
  await expect(language).toHaveCSS("text-decoration-line", "underline");
  await expect(page.locator("[role=status] .notice")).toHaveCSS("border-left-style", "solid");
});

/** The longest transition or animation that any element of the page has, in seconds. */
const longestMotion = (page: Page) =>
  page.evaluate(() =>
    Math.max(
      ...[...document.querySelectorAll("*")].flatMap((element) => {
        const { transitionDuration, animationDuration } = getComputedStyle(element);
        return `${transitionDuration}, ${animationDuration}`.split(", ").map(Number.parseFloat);
      }),
    ),
  );

test("nothing moves for who asked for less motion", async ({ page, site }) => {
  await meet(page, site, CONTRADICTS);
  expect(await longestMotion(page)).toBeGreaterThan(0.1);
  await page.emulateMedia({ reducedMotion: "reduce" });
  expect(await longestMotion(page)).toBeLessThan(0.001);
});

test("nothing jumps while the questionnaire comes to life", async ({ page, site }) => {
  await page.addInitScript(watchPage);
  await meet(page, site, "a function without an answer");
  await page.waitForFunction(() => (window as unknown as { seen: Seen }).seen.hydrated > 0);
  await page.waitForLoadState("networkidle");
  const seen = await page.evaluate(() => (window as unknown as { seen: Seen }).seen);
  expect(seen.lcp).toBeGreaterThan(0);
  expect(seen.cls).toBeLessThan(0.01);
});
