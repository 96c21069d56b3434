import { describe, expect, it } from "vitest";
import { hex } from "~/report/exports/colours";
import { onWhite, pageAccent, readableAccent, TEXT_CONTRAST } from "./accent";
import { contrastRatio } from "./contrast";

const COLOURS = ["#7a1f3d", "#0b5d73", "#000000", "#767676", "#b3261e", "#1a7f37", "#5b21b6", "#00008b"];

describe("contrast", () => {
  it.each([
    ["#000000", "#ffffff", 21],
    ["#ffffff", "#ffffff", 1],
    ["#777777", "#ffffff", 4.48],
    ["#767676", "#ffffff", 4.54],
    ["#ff0000", "#ffffff", 4],
  ])("of %s and %s is as WCAG counts it", (one, other, ratio) => {
    expect(contrastRatio(one, other)).toBeCloseTo(ratio, 1);
    expect(contrastRatio(other, one)).toBe(contrastRatio(one, other));
  });

  it("of what is no colour is none", () => {
    expect(() => onWhite("red")).toThrow(RangeError);
  });
});

describe("a colour that is too light", () => {
  it.each(["#ffcc00", "#00bcd4", "#ff6f61", "#ffffff", "#777777"])(
    "%s has one near it that can be read",
    (given) => {
      const proposal = readableAccent(given);
      expect(onWhite(given)).toBeLessThan(TEXT_CONTRAST);
      expect(onWhite(proposal)).toBeGreaterThanOrEqual(TEXT_CONTRAST);
      expect(onWhite(proposal)).toBeLessThan(TEXT_CONTRAST + 0.25);
    },
  );

  it("keeps its hue: the strongest channel stays the strongest", () => {
    expect(readableAccent("#ffcc00")).toMatch(/^#[6-9a-f][0-9a-f][4-9][0-9a-f]0[0-9a-f]$/);
  });

  it("is no other where it could be read already", () => {
    for (const colour of COLOURS) expect(readableAccent(colour)).toBe(colour);
  });
});

describe.each(["light", "dark"] as const)("on %s pages", (theme) => {
  it.each(COLOURS)("%s can be read wherever text in it stands", (given) => {
    const page = pageAccent(given, theme);
    const pairs = [
      ...(["paper", "surface", "sunken"] as const).map((ground) => [page.accent, hex(ground, theme)]),
      [page.accent, page["accent-soft"]],
      [page["on-accent"], page.accent],
      [page["on-accent"], page["accent-strong"]],
      [hex("ink", theme), page["accent-soft"]],
      [hex("ink-muted", theme), page["accent-soft"]],
    ];
    for (const [text = "", ground = ""] of pairs) {
      expect(contrastRatio(text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(TEXT_CONTRAST);
    }
  });
});
