import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { coloursOf, contrast } from "../../ui/styles/contrast";
import { SHARE_STEPS, shareStep } from "./share-scale";

const { light, dark } = coloursOf(readFileSync(new URL("./share-scale.css", import.meta.url), "utf8"));

describe("the share scale", () => {
  it("has no fill for no judgment, and a fill for any", () => {
    expect(shareStep(0)).toBe(0);
    expect(shareStep(1 / 500)).toBe(1);
    expect(shareStep(1)).toBe(SHARE_STEPS);
  });

  it("rises in tenths", () => {
    expect([0.1, 0.2, 0.3, 0.5, 0.7].map(shareStep)).toEqual([1, 2, 3, 5, 7]);
    expect([1 / 7, 4 / 7, 5 / 7].map(shareStep)).toEqual([2, 6, 8]);
  });

  it("refuses what is not a share", () => {
    expect(() => shareStep(-0.1)).toThrow(RangeError);
    expect(() => shareStep(1.2)).toThrow(RangeError);
    expect(() => shareStep(Number.NaN)).toThrow(RangeError);
  });

  it.each([
    ["light", light],
    ["dark", dark],
  ])("reads its counts at 4.5:1 or better in the %s", (_, colours) => {
    for (let step = 1; step <= SHARE_STEPS; step++) {
      const text = step >= 7 ? "on-share-dark" : "on-share-light";
      expect(contrast(colours, text, `share-${step}`), `step ${step}`).toBeGreaterThanOrEqual(4.5);
    }
  });
});
