import fc from "fast-check";
import { expect, it } from "vitest";
import { holm } from "./holm";

// The worked example of Holm's procedure: .01, .04, .03, .005 of four hypotheses.
it("gives the adjusted p-values of the worked example", () => {
  const adjusted = holm([0.01, 0.04, 0.03, 0.005]);
  expect(adjusted.map((p) => Number(p?.toFixed(10)))).toEqual([0.03, 0.06, 0.06, 0.02]);
});

it("does not exceed 1 and leaves null alone, without counting it", () => {
  expect(holm([0.7, null, 0.8])).toEqual([1, null, 1]);
  expect(holm([null, 0.03])).toEqual([null, 0.03]);
  expect(holm([])).toEqual([]);
});

it("only grows when a p-value grows, which the smallest reachable correction rests on", () => {
  const p = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.array(fc.tuple(p, p), { minLength: 1, maxLength: 9 }), (pairs) => {
      const lower = holm(pairs.map(([a, b]) => Math.min(a, b)));
      const higher = holm(pairs.map(([a, b]) => Math.max(a, b)));
      lower.forEach((value, index) => {
        expect(Number(value)).toBeLessThanOrEqual(Number(higher[index]) + 1e-12);
      });
    }),
  );
});
