import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Colours, colour, coloursOf, contrast, linearRgb } from "./contrast";

const { light, dark } = coloursOf(readFileSync(new URL("./tokens.css", import.meta.url), "utf8"));
const steps = Array.from({ length: 10 }, (_, index) => index + 1);
const grounds = ["paper", "surface", "sunken"];
const textPairs = [
  ...grounds.flatMap((ground) => [
    ["ink", ground],
    ["ink-muted", ground],
    ["accent", ground],
    ["error", ground],
    ["attention", ground],
  ]),
  ["ink", "accent-soft"],
  ["ink-muted", "accent-soft"],
  ["accent", "accent-soft"],
  ["on-accent", "accent"],
  ["on-accent", "accent-strong"],
  ["ink", "error-soft"],
  ["error", "error-soft"],
  ["on-error", "error"],
  ["on-error", "error-strong"],
  ["ink", "attention-soft"],
  ["attention", "attention-soft"],
  ...steps.map((step) => [`on-level-${step}`, `level-${step}`]),
] as [string, string][];

describe.each([
  ["light", light],
  ["dark", dark],
])("the %s palette", (_, colours) => {
  it.each(textPairs)("reads %s on %s at 4.5:1 or better", (text, ground) => {
    expect(contrast(colours, text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(grounds)("draws the edge of a field on %s at 3:1 or better", (ground) => {
    expect(contrast(colours, "line-strong", ground)).toBeGreaterThanOrEqual(3);
  });

  it("stays inside sRGB, so that what is measured is what is shown", () => {
    for (const [name, value] of colours) {
      for (const channel of linearRgb(value)) {
        expect(channel, name).toBeGreaterThan(-0.0005);
        expect(channel, name).toBeLessThan(1.0005);
      }
    }
  });
});

describe("the level scale", () => {
  const lightness = (colours: Colours) => steps.map((step) => colour(colours, `level-${step}`)[0]);

  it("has the five anchors at steps 1, 3, 5, 8 and 10", () => {
    expect([1, 3, 5, 8, 10].map((step) => colour(light, `level-${step}`)[0])).toEqual([
      0.93, 0.8, 0.66, 0.5, 0.34,
    ]);
  });

  it("falls in lightness by a visible step each time, and rises in the dark", () => {
    const falling = lightness(light);
    const rising = lightness(dark);
    for (let index = 1; index < steps.length; index++) {
      expect((falling[index - 1] ?? 0) - (falling[index] ?? 0)).toBeGreaterThan(0.045);
      expect((rising[index] ?? 0) - (rising[index - 1] ?? 0)).toBeGreaterThan(0.045);
    }
  });
});
