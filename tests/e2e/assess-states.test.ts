import { expect, type Page } from "@playwright/test";
import { assessorStates } from "../support/assessor-states";
import { violations } from "../support/axe";
import type { RunningServer } from "../support/server";
import { test } from "../support/site";
import { overflow, smallTargets } from "../support/targets";
import { everyPage } from "../support/visited-pages";

// One of the states is a network that is down, and browsers note each failure.
test.use({ server: "assess-states", tolerated: /net::ERR_/ });
test.setTimeout(360_000);

/** Opens every state in turn and collects what is wrong in it. */
async function inEveryState(
  page: Page,
  site: RunningServer,
  look: (name: string) => Promise<unknown[]>,
): Promise<Record<string, unknown[]>> {
  const { states, close } = assessorStates(site);
  const found: Record<string, unknown[]> = {};
  for (const { name, open } of states) {
    await page.setViewportSize({ width: 360, height: 740 });
    await open(page);
    const wrong = await look(name);
    if (wrong.length > 0) found[name] = wrong;
  }
  close();
  return found;
}

test("nothing an assessor meets breaks a rule of WCAG 2.2 AA, or is too small for a finger", async ({
  page,
  site,
}) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const found = await inEveryState(page, site, async () => {
    const small = await smallTargets(page);
    await page.setViewportSize({ width: 360, height: 3000 });
    return [...(await violations(page)), ...small];
  });
  expect(found).toEqual({});
});

test("no page of an assessor has anything that is too small for a finger", async ({ page, site }) => {
  const { visits, open, close } = await everyPage(site);
  const found: Record<string, string[]> = {};
  for (const visit of visits.filter(({ path }) => /^\/assess(\/|$)/.test(path))) {
    await open(page, visit);
    const small = await smallTargets(page);
    if (small.length > 0) found[visit.path] = small;
  }
  close();
  expect(found).toEqual({});
});

test("nothing an assessor meets scrolls sideways at 320 pixels, however wide the text is set", async ({
  page,
  site,
}) => {
  const found = await inEveryState(page, site, async () => {
    await page.setViewportSize({ width: 320, height: 256 });
    const plain = await overflow(page);
    await page.evaluate(widenText);
    const wide = await overflow(page);
    return plain > 0 || wide > 0 ? [{ plain, wide }] : [];
  });
  expect(found).toEqual({});
});

/** The text spacing that WCAG 1.4.12 asks a page to bear; set by script, since the policy allows no inline styles. */
function widenText() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }" +
      "p { margin-block-end: 2em !important }",
  );
  document.adoptedStyleSheets = [sheet];
}
