import { expect, it } from "vitest";
import { jackknifeError, jackknifeInterval } from "./jackknife";

// Efron & Tibshirani's 15 law schools: LSAT and GPA.
const LSAT = [576, 635, 558, 578, 666, 580, 555, 661, 651, 605, 653, 575, 545, 572, 594];
const GPA = [3.39, 3.3, 2.81, 3.03, 3.44, 3.07, 3.0, 3.43, 3.36, 3.13, 3.12, 2.74, 2.76, 2.88, 2.96];

it("gives the published error and bias of the law school correlation", () => {
  const without = LSAT.map((_, out) => correlation(LSAT.toSpliced(out, 1), GPA.toSpliced(out, 1)));
  const mean = without.reduce((total, value) => total + value, 0) / without.length;
  const all = correlation(LSAT, GPA);
  expect(all).toBeCloseTo(0.7764, 4);
  expect((LSAT.length - 1) * (mean - all)).toBeCloseTo(-0.0065, 4);
  expect(jackknifeError(without)).toBeCloseTo(0.1425, 4);
});

// For a mean the jackknife error is s/sqrt(n), so the interval is the textbook t interval.
it("is the t interval when the estimate is a mean", () => {
  const values = [0.1, 0.2, 0.4, 0.5];
  const mean = 0.3;
  const without = values.map((_, out) => values.toSpliced(out, 1).reduce((a, b) => a + b, 0) / 3);
  const { low, high } = jackknifeInterval(mean, without);
  const reach = (3.182446 * Math.sqrt(0.1 / 3)) / 2;
  expect(low).toBeCloseTo(mean - reach, 6);
  expect(high).toBeCloseTo(mean + reach, 6);
});

it("is cut at 1", () => {
  expect(jackknifeInterval(0.95, [0.7, 0.95, 1, 0.99]).high).toBe(1);
});

it("says why there is none", () => {
  const none = { low: null, high: null };
  expect(jackknifeInterval(0.5, [0.4, 0.5, 0.6])).toEqual({ ...none, reason: "too-few-raters" });
  expect(jackknifeInterval(0.5, [0.4, 0.5, null, 0.6])).toEqual({
    ...none,
    reason: "undefined-without-one-rater",
  });
  expect(jackknifeInterval(1, [1, 1, 1, 1])).toEqual({ ...none, reason: "no-spread-between-raters" });
});

function correlation(x: number[], y: number[]): number {
  const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  const cross = (a: number[], b: number[]) =>
    a.reduce((total, value, i) => total + (value - mean(a)) * (Number(b[i]) - mean(b)), 0);
  return cross(x, y) / Math.sqrt(cross(x, x) * cross(y, y));
}
