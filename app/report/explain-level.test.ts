import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lowerMedian } from "#rubric/scoring/level";
import { countAtOrAbove, explainLevel } from "./explain-level";

describe("the explanation of a level", () => {
  it("lays out the judgments and the majority at each level", () => {
    expect(explainLevel([0, 1, 6, 1, 0])).toEqual({
      n: 8,
      needed: 5,
      sorted: [2, 3, 3, 3, 3, 3, 3, 4],
      steps: [
        { level: 5, count: 0, majority: false },
        { level: 4, count: 1, majority: false },
        { level: 3, count: 7, majority: true },
        { level: 2, count: 8, majority: true },
        { level: 1, count: 8, majority: true },
      ],
    });
  });

  it("asks for more than half, also of an even number", () => {
    expect(explainLevel([0, 2, 2]).needed).toBe(3);
    expect(explainLevel([0, 2, 3]).needed).toBe(3);
  });

  it("has no majority without judgments", () => {
    expect(explainLevel([0, 0]).steps.some(({ majority }) => majority)).toBe(false);
  });

  it("always ends at the level that the method computes", () => {
    const distribution = fc.array(fc.nat(9), { minLength: 2, maxLength: 10 });
    fc.assert(
      fc.property(distribution, (counts) => {
        const first = explainLevel(counts).steps.find(({ majority }) => majority);
        expect(first?.level ?? null).toBe(lowerMedian(counts));
      }),
    );
  });

  it("counts the judgments at a level or above", () => {
    expect(countAtOrAbove([1, 2, 3], 2)).toBe(5);
    expect(countAtOrAbove([1, 2, 3], 3)).toBe(3);
  });
});
