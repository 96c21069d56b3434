import { expect, it } from "vitest";
import { chiSquaredTail, logGamma, upperGamma } from "./gamma";

it("gives the logarithm of factorials and of the gamma function at halves", () => {
  let factorial = 1;
  for (let n = 1; n <= 20; n++) {
    factorial *= n;
    expect(logGamma(n + 1)).toBeCloseTo(Math.log(factorial), 12);
  }
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 13);
  expect(logGamma(1)).toBeCloseTo(0, 13);
});

it("agrees with the closed forms for whole and half a", () => {
  for (const x of [0.01, 0.5, 1, 2.5, 7, 30]) {
    expect(upperGamma(1, x)).toBeCloseTo(Math.exp(-x), 13);
    expect(upperGamma(3, x)).toBeCloseTo(Math.exp(-x) * (1 + x + (x * x) / 2), 13);
  }
  expect(upperGamma(4, 0)).toBe(1);
});

// The 5 % and 1 % points of the chi-square distribution as every table prints them.
it("gives the tabled points of chi-square", () => {
  const points = [
    [1, 3.841459, 0.05],
    [4, 9.487729, 0.05],
    [10, 18.307038, 0.05],
    [30, 43.772972, 0.05],
    [1, 6.634897, 0.01],
    [10, 23.209251, 0.01],
    [100, 135.806723, 0.01],
  ] as const;
  for (const [df, chiSquared, p] of points) expect(chiSquaredTail(chiSquared, df)).toBeCloseTo(p, 7);
});

it("falls from 1 to 0 without a jump where the series hands over to the fraction", () => {
  for (const a of [0.5, 2, 9.5, 50]) {
    const edge = a + 1;
    expect(upperGamma(a, edge - 1e-9)).toBeCloseTo(upperGamma(a, edge + 1e-9), 8);
    expect(upperGamma(a, 1000)).toBeLessThan(1e-100);
  }
});
