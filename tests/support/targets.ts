import type { Page } from "@playwright/test";

/** The least size of what a finger should hit, in CSS pixels. */
export const FINGER = 44;

/**
 * What can be tapped on the page and is smaller than a finger, each with the size of the area that reacts (found by
 * asking the browser what lies where, so that a label or a widened area counts). Links inside running text are left
 * out, as WCAG does.
 */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate((least) => {
    const TARGETS = "a[href], button, summary, select, textarea, input:not([type=hidden])";
    const controlOf = (element: Element | null) => {
      const target = element?.closest(`${TARGETS}, label`) ?? null;
      return target instanceof HTMLLabelElement ? target.control : target;
    };
    const inText = (target: Element) =>
      getComputedStyle(target).display === "inline" &&
      (target.parentElement?.textContent?.trim() ?? "") !== target.textContent?.trim();
    const reach = (target: Element, x: number, y: number, dx: number, dy: number) => {
      let length = 0;
      while (
        length < least &&
        controlOf(document.elementFromPoint(x + dx * (length + 1), y + dy * (length + 1))) === target
      )
        length += 1;
      return length;
    };
    return [...document.querySelectorAll(TARGETS)].flatMap((target) => {
      if (!target.checkVisibility({ visibilityProperty: true }) || inText(target)) return [];
      target.scrollIntoView({ block: "center", behavior: "instant" });
      const box = target.getBoundingClientRect();
      // Off the page until it has the focus, as the skip link is.
      if (box.bottom <= 0) return [];
      const x = box.x + box.width / 2;
      const y = box.y + box.height / 2;
      const width = 1 + reach(target, x, y, -1, 0) + reach(target, x, y, 1, 0);
      const height = 1 + reach(target, x, y, 0, -1) + reach(target, x, y, 0, 1);
      if (width >= least && height >= least) return [];
      const name = target.textContent?.trim() || target.getAttribute("name") || target.outerHTML.slice(0, 80);
      return [`${target.tagName.toLowerCase()} "${name.slice(0, 40)}": ${width} x ${height}`];
    });
  }, FINGER);
}

/** How many pixels the page is wider than its window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}
