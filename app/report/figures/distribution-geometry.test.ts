import { describe, expect, it } from "vitest";
import { distributionParts } from "./distribution-geometry";

describe("the distribution bar", () => {
  it("gives every chosen level a part as wide as its share", () => {
    expect(distributionParts([0, 1, 3, 0, 1], 104)).toEqual([
      { level: 2, count: 1, x: 0, width: 20 },
      { level: 3, count: 3, x: 22, width: 60 },
      { level: 5, count: 1, x: 84, width: 20 },
    ]);
  });

  it("fills the width with one part where all agree", () => {
    expect(distributionParts([0, 0, 7], 100)).toEqual([{ level: 3, count: 7, x: 0, width: 100 }]);
  });

  it("has no part where nobody judged", () => {
    expect(distributionParts([0, 0, 0], 100)).toEqual([]);
    expect(distributionParts([], 100)).toEqual([]);
  });
});
