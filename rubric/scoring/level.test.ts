import fc from "fast-check";
import { expect, it } from "vitest";
import { distribution } from "./fixtures";
import { lowerMedian, splitOf, upperMedian } from "./level";

it("is the level that more than half of the panel reaches", () => {
  expect(lowerMedian(distribution(5, 1, 3, 3, 4, 5))).toBe(3);
  expect(lowerMedian(distribution(5, 5))).toBe(5);
  expect(lowerMedian(distribution(2, 1, 2, 2))).toBe(2);
});

it("gives an even split to the lower level and says so", () => {
  const even = distribution(5, 2, 2, 3, 3);
  expect(lowerMedian(even)).toBe(2);
  expect(upperMedian(even)).toBe(3);
  expect(splitOf(even)).toEqual({ lower: 2, upper: 3 });
  expect(splitOf(distribution(5, 1, 1, 5, 5))).toEqual({ lower: 1, upper: 5 });
  expect(splitOf(distribution(5, 2, 3, 3, 3))).toBeNull();
});

it("is null without judgments", () => {
  expect(lowerMedian([0, 0, 0, 0, 0])).toBeNull();
  expect(upperMedian([0, 0, 0])).toBeNull();
  expect(splitOf([0, 0, 0])).toBeNull();
});

// The textbook examples of the weighted median: elements 1..5 and 1..4 with these weights.
it("gives the published weighted medians", () => {
  expect(lowerMedian([0.15, 0.1, 0.2, 0.3, 0.25])).toBe(4);
  expect(lowerMedian([0.49, 0.01, 0.25, 0.25])).toBe(2);
  expect(upperMedian([0.49, 0.01, 0.25, 0.25])).toBe(3);
});

it("does not take the rounding of equal fractions for a majority", () => {
  const tenth = 0.1 + 0.1 + 0.1;
  expect(tenth).not.toBe(0.3);
  expect(lowerMedian([0.3, tenth])).toBe(1);
  expect(upperMedian([tenth, 0.3])).toBe(2);
});

it("is the element below which the sorted judgments cannot be halved", () => {
  const panel = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(panel, (levels) => {
      const sorted = [...levels].sort((a, b) => a - b);
      expect(lowerMedian(distribution(7, ...levels))).toBe(sorted[Math.floor((levels.length - 1) / 2)]);
      expect(upperMedian(distribution(7, ...levels))).toBe(sorted[Math.floor(levels.length / 2)]);
    }),
  );
});

it("is unchanged when all weights are equal", () => {
  const counts = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 10 });
  fc.assert(
    fc.property(counts, fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (row, weight) => {
      expect(lowerMedian(row.map((count) => count * weight))).toBe(lowerMedian(row));
    }),
  );
});
