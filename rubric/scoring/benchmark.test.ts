import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { benchmark, MINIMUM_PEERS } from "./benchmark";

describe("the benchmark of a group of companies", () => {
  it("gives the lower median and the quartiles of type 7", () => {
    // 1 2 2 3 4 4: positions 2.25 and 4.75 of six.
    expect(benchmark([4, 2, 1, 3, 2, 4], 5)).toEqual({
      n: 6,
      median: 2,
      lowerQuartile: 2,
      upperQuartile: 3.75,
    });
    expect(benchmark([3, 3, 3, 3, 3, null], 5)).toEqual({
      n: 5,
      median: 3,
      lowerQuartile: 3,
      upperQuartile: 3,
    });
  });

  it("says nothing of fewer than five companies with a level", () => {
    const nothing = { median: null, lowerQuartile: null, upperQuartile: null };
    expect(benchmark([], 5)).toEqual({ n: 0, ...nothing });
    expect(benchmark([1, 2, 3, 4, null, null], 5)).toEqual({ n: 4, ...nothing });
  });

  it("lies within what it is made of, whatever the order", () => {
    const group = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: MINIMUM_PEERS, maxLength: 60 });
    fc.assert(
      fc.property(group, (levels) => {
        const found = benchmark(levels, 7);
        expect(benchmark([...levels].reverse(), 7)).toEqual(found);
        const { median, lowerQuartile, upperQuartile } = found;
        expect(levels).toContain(median);
        expect(lowerQuartile).toBeGreaterThanOrEqual(Math.min(...levels));
        expect(upperQuartile).toBeLessThanOrEqual(Math.max(...levels));
        expect(Number(lowerQuartile)).toBeLessThanOrEqual(Number(upperQuartile));
      }),
    );
  });
});
