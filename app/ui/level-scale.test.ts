import { describe, expect, it } from "vitest";
import { LEVEL_STEPS, levelClass, levelStep } from "./level-scale";

const scale = (levels: number) => Array.from({ length: levels }, (_, index) => levelStep(index + 1, levels));

describe("the level scale", () => {
  it("gives five levels the five anchors of the palette", () => {
    expect(scale(5)).toEqual([1, 3, 5, 8, 10]);
  });

  it("spreads two, three and four levels over the whole range", () => {
    expect(scale(2)).toEqual([1, 10]);
    expect(scale(3)).toEqual([1, 5, 10]);
    expect(scale(4)).toEqual([1, 4, 7, 10]);
  });

  it("never gives two levels of one rubric the same step", () => {
    for (let levels = 2; levels <= LEVEL_STEPS; levels++) {
      const steps = scale(levels);
      expect(new Set(steps).size).toBe(levels);
      expect(steps).toEqual([...steps].sort((a, b) => a - b));
    }
  });

  it("refuses what is not a level of the rubric", () => {
    expect(() => levelStep(0, 5)).toThrow(RangeError);
    expect(() => levelStep(6, 5)).toThrow(RangeError);
    expect(() => levelStep(2.5, 5)).toThrow(RangeError);
    expect(() => levelStep(1, 1)).toThrow(RangeError);
    expect(() => levelStep(1, 11)).toThrow(RangeError);
  });

  it("has a class of its own for no result", () => {
    expect(levelClass(null, 5)).toBe("level-step-none");
    expect(levelClass(3, 5)).toBe("level-step-5");
  });
});
