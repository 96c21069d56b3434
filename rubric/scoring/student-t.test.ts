import { expect, it } from "vitest";
import { studentTCritical, studentTWithin } from "./student-t";

// Two-sided 95 % and 99 % points as every table prints them.
it("gives the tabled critical values", () => {
  const points = [
    [0.95, 1, 12.7062],
    [0.95, 2, 4.3027],
    [0.95, 3, 3.1824],
    [0.95, 4, 2.7764],
    [0.95, 9, 2.2622],
    [0.95, 30, 2.0423],
    [0.95, 499, 1.9647],
    [0.99, 5, 4.0321],
    [0.99, 120, 2.6174],
  ] as const;
  for (const [coverage, df, t] of points) expect(studentTCritical(coverage, df)).toBeCloseTo(t, 4);
});

it("approaches the normal distribution and stays quick for huge panels", () => {
  expect(studentTCritical(0.95, 200_000)).toBeCloseTo(1.95997, 4);
});

it("holds nothing at 0 and half of a Cauchy variable within 1", () => {
  expect(studentTWithin(0, 7)).toBe(0);
  expect(studentTWithin(1, 1)).toBeCloseTo(0.5, 14);
});
