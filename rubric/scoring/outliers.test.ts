import fc from "fast-check";
import { expect, it } from "vitest";
import { distribution } from "./fixtures";
import { lowerMedian } from "./level";
import { OUTLIER_DISTANCE, outliers } from "./outliers";

it("finds what is two or more levels from the median, on both sides, lowest first", () => {
  expect(outliers(distribution(5, 1, 3, 3, 3, 4, 5, 5))).toEqual([
    { level: 1, count: 1, distance: -2 },
    { level: 5, count: 2, distance: 2 },
  ]);
});

it("takes one level from the median for ordinary", () => {
  expect(outliers(distribution(5, 2, 3, 3, 4))).toEqual([]);
});

it("finds an outlier in a panel that agrees strongly", () => {
  expect(outliers(distribution(5, 3, 3, 3, 3, 5))).toEqual([{ level: 5, count: 1, distance: 2 }]);
});

it("measures an evenly divided panel from its lower median", () => {
  expect(outliers(distribution(5, 2, 2, 4, 4))).toEqual([{ level: 4, count: 2, distance: 2 }]);
});

it("finds none among nobody, one person, or two levels", () => {
  expect(outliers([0, 0, 0])).toEqual([]);
  expect(outliers(distribution(5, 5))).toEqual([]);
  expect(outliers(distribution(2, 1, 2, 2, 2))).toEqual([]);
});

it("leaves exactly those near the median, whatever the panel", () => {
  const panel = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 2, maxLength: 10 });
  fc.assert(
    fc.property(panel, (counts) => {
      const median = lowerMedian(counts);
      fc.pre(median !== null);
      const found = outliers(counts).map(({ level }) => level);
      counts.forEach((count, index) => {
        const far = count > 0 && Math.abs(index + 1 - (median ?? 0)) >= OUTLIER_DISTANCE;
        expect(found.includes(index + 1)).toBe(far);
      });
    }),
  );
});
