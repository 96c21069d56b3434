import { describe, expect, it } from "vitest";
import { extremes } from "./extremes";

const fn = (key: string, level: number | null, distribution: number[] | null = null) => ({
  key,
  level,
  distribution,
});

describe("the strongest and the weakest functions", () => {
  it("are those on the highest and on the lowest level", () => {
    expect(extremes([fn("a", 3), fn("b", 4), fn("c", 2), fn("d", 3), fn("e", 2)])).toEqual({
      strongest: { level: 4, keys: ["b"], more: 0 },
      weakest: { level: 2, keys: ["c", "e"], more: 0 },
    });
  });

  it("are none when all stand on the same level", () => {
    expect(extremes([fn("a", 3), fn("b", 3), fn("c", null)])).toBeNull();
    expect(extremes([fn("a", null)])).toBeNull();
    expect(extremes([])).toBeNull();
  });

  it("names three at most and counts the others", () => {
    const all = ["a", "b", "c", "d"].map((key) => fn(key, 3));
    expect(extremes([...all, fn("e", 1)])?.strongest).toEqual({ level: 3, keys: ["a", "b", "c"], more: 1 });
  });

  it("puts first the strongest whose judgments lean up, and the weakest whose judgments lean down", () => {
    const up = fn("up", 3, [0, 0, 3, 2]);
    const even = fn("even", 3, [0, 0, 5, 0]);
    const low = fn("low", 2, [0, 5, 0, 0]);
    const lower = fn("lower", 2, [2, 3, 0, 0]);
    const found = extremes([even, up, low, lower]);
    expect(found?.strongest.keys).toEqual(["up", "even"]);
    expect(found?.weakest.keys).toEqual(["lower", "low"]);
  });
});
