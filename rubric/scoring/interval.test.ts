import fc from "fast-check";
import { expect, it } from "vitest";
import { distribution } from "./fixtures";
import { medianInterval, orderCoverage } from "./interval";
import { lowerMedian, upperMedian } from "./level";

it("gives the published coverage of [min, max]", () => {
  expect([3, 4, 5].map((n) => orderCoverage(n, 1))).toEqual([0.75, 0.875, 0.9375]);
  expect([6, 7].map((n) => orderCoverage(n, 1).toFixed(3))).toEqual(["0.969", "0.984"]);
});

it("gives the published coverage of narrower intervals", () => {
  expect(orderCoverage(7, 2)).toBe(0.875);
  expect(orderCoverage(9, 2).toFixed(3)).toBe("0.961");
  expect(() => orderCoverage(7, 4)).toThrow(RangeError);
});

it("is [min, max] with its true coverage below six judgments", () => {
  expect(medianInterval(distribution(5, 2, 3, 5))).toEqual({ low: 2, high: 5, coverage: 0.75 });
  expect(medianInterval(distribution(5, 1, 2, 3, 4, 5))).toEqual({ low: 1, high: 5, coverage: 0.9375 });
  expect(medianInterval(distribution(5, 1, 5))).toEqual({ low: 1, high: 5, coverage: 0.5 });
});

it("leaves out the extremes as soon as the rest covers 95 %", () => {
  const nine = distribution(5, 1, 2, 2, 3, 3, 3, 4, 4, 5);
  expect(medianInterval(nine)).toEqual({ low: 2, high: 4, coverage: 0.9609375 });
  const eight = distribution(5, 1, 2, 3, 3, 3, 3, 4, 5);
  expect(medianInterval(eight)).toEqual({ low: 1, high: 5, coverage: 0.9921875 });
});

it("does not exist for one judgment or none", () => {
  expect(medianInterval(distribution(5, 3))).toBeNull();
  expect(medianInterval([0, 0, 0])).toBeNull();
});

it("contains the lower and the upper median and never claims more than it covers", () => {
  const panel = fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 2, maxLength: 80 });
  fc.assert(
    fc.property(panel, (levels) => {
      const counts = distribution(10, ...levels);
      const { low, high, coverage } = medianInterval(counts) ?? { low: 0, high: 0, coverage: 0 };
      expect(low).toBeLessThanOrEqual(Number(lowerMedian(counts)));
      expect(high).toBeGreaterThanOrEqual(Number(upperMedian(counts)));
      expect(coverage).toBeLessThan(1);
      expect(coverage).toBeGreaterThanOrEqual(levels.length < 6 ? 0.5 : 0.95);
    }),
  );
});

it("goes on where 2^-n is no longer a number", () => {
  const even = (n: number) => [n / 2, n / 2];
  for (const n of [1000, 1002, 5000]) {
    const { coverage } = medianInterval(even(n)) ?? { coverage: 0 };
    expect(coverage).toBeGreaterThanOrEqual(0.95);
    expect(coverage).toBeLessThan(0.96);
  }
});
