import { expect, type Locator, type Page } from "@playwright/test";

/** The most stops between two things on one page; more means that the keyboard goes in circles. */
const STOPS = 80;

/**
 * Whether any part of what has the focus can be seen: asks the browser what lies on a grid over it. (For a radio
 * drawn by its label the label counts.)
 */
export function focusIsSeen(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) return true;
    const drawn = focused instanceof HTMLInputElement ? (focused.closest("label") ?? focused) : focused;
    const box = drawn.getBoundingClientRect();
    const spots = [0.1, 0.5, 0.9];
    return spots.some((down) =>
      spots.some((along) => {
        const hit = document.elementFromPoint(box.x + box.width * along, box.y + box.height * down);
        return hit !== null && (drawn.contains(hit) || hit.contains(drawn));
      }),
    );
  });
}

/** Presses Tab until something has the focus; no stop on the way may be hidden. Tells how many stops it took. */
export async function tabTo(page: Page, target: Locator): Promise<number> {
  for (let stop = 1; stop <= STOPS; stop++) {
    await page.keyboard.press("Tab");
    expect(await focusIsSeen(page), await describeFocus(page)).toBe(true);
    if (await target.evaluate((element) => element === document.activeElement)) return stop;
  }
  throw new Error(`Tab never reaches ${target}`);
}

/** The stops of the Tab key from where it stands to the end of the page, by name. */
export async function tabStops(page: Page): Promise<string[]> {
  const stops: string[] = [];
  while (stops.length < STOPS) {
    await page.keyboard.press("Tab");
    const name = await describeFocus(page);
    if (name === "") return stops;
    expect(await focusIsSeen(page), name).toBe(true);
    stops.push(name);
  }
  throw new Error(`Tab never leaves the page: ${stops.join(", ")}`);
}

/** What has the focus in words: its text, or the name of the field; empty at the end of the page. */
export function describeFocus(page: Page): Promise<string> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) return "";
    return focused.getAttribute("name") ?? focused.textContent?.trim() ?? focused.tagName;
  });
}
