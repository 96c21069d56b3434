import { describe, expect, it } from "vitest";
import { trendSeries } from "./trend-data";

const functions = [
  { key: "a", name: "A" },
  { key: "b", name: "B" },
  { key: "c", name: "C" },
];
const point = (level: number | null) => ({
  typical: level,
  meanIndex: level === null ? null : level + 0.3,
  functions: Object.fromEntries(functions.map(({ key }) => [key, { level, mean: level }])),
});

describe("the lines of a trend", () => {
  it("are the overall and one for each function, with a value for each assessment", () => {
    const series = trendSeries({ functions, points: [point(2), point(3)] }, "level", "Overall");
    expect(series.map(({ name }) => name)).toEqual(["Overall", "A", "B", "C"]);
    for (const { values } of series) expect(values).toEqual([2, 3]);
  });

  it("are set apart on the same level, around it and never near the next", () => {
    const many = Array.from({ length: 50 }, (_, index) => ({ key: `f${index}`, name: "F" }));
    const points = [
      {
        typical: 3,
        meanIndex: 3,
        functions: Object.fromEntries(many.map(({ key }) => [key, { level: 3, mean: 3 }])),
      },
    ];
    const heights = trendSeries({ functions: many, points }, "level", "Overall").flatMap(
      (one) => one.heights,
    );
    expect(new Set(heights).size).toBe(51);
    for (const height of heights) expect(Math.abs((height ?? 0) - 3)).toBeLessThan(0.25);
  });

  it("are drawn where they are when they show the mean", () => {
    const series = trendSeries({ functions, points: [point(2)] }, "mean", "Overall");
    expect(series.map(({ heights }) => heights[0])).toEqual([2.3, 2, 2, 2]);
  });

  it("have a gap where there is no result", () => {
    const [, first] = trendSeries({ functions, points: [point(2), point(null)] }, "level", "Overall");
    expect(first?.values).toEqual([2, null]);
    expect(first?.heights[1]).toBeNull();
  });
});
