import { expect, it } from "vitest";
import { averageDeviation, averageDeviationCutoff } from "./average-deviation";
import { distribution } from "./fixtures";

it("gives the published value for 2, 3, 4", () => {
  expect(averageDeviation(distribution(5, 2, 3, 4))).toBeCloseTo(0.6667, 4);
});

it("is 0 when unanimous and null without judgments", () => {
  expect(averageDeviation(distribution(5, 4, 4, 4))).toBe(0);
  expect(averageDeviation([0, 0, 0])).toBeNull();
});

it("does not depend on which median of an even panel is taken", () => {
  expect(averageDeviation(distribution(5, 1, 2, 4, 5))).toBe(1.5);
});

// Burke & Dunlap print .8, 1.2, 1.5 and 1.8 for 5, 7, 9 and 11 options, c/6 to one decimal.
it("puts the cutoff at a sixth of the levels", () => {
  const printed = [5, 7, 9, 11].map((levels) => averageDeviationCutoff(levels).toFixed(1));
  expect(printed).toEqual(["0.8", "1.2", "1.5", "1.8"]);
});
