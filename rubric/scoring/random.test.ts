import { expect, it } from "vitest";
import { seededRandom } from "./random";

it("gives the same sequence for the same seed and another for another", () => {
  const draw = (seed: number) => {
    const random = seededRandom(seed);
    return Array.from({ length: 20 }, () => random.bits());
  };
  expect(draw(1)).toEqual(draw(1));
  expect(draw(1)).not.toEqual(draw(2));
  expect(new Set(draw(0)).size).toBe(20);
});

it("is even over the unit interval", () => {
  const random = seededRandom(42);
  const bins = new Array<number>(20).fill(0);
  const draws = 200_000;
  for (let i = 0; i < draws; i++) {
    const value = random.uniform();
    const bin = Math.floor(value * bins.length);
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  expect(bins).toHaveLength(20);
  expect(bins.reduce((total, count) => total + count, 0)).toBe(draws);
  const expected = draws / bins.length;
  const chiSquared = bins.reduce((total, count) => total + (count - expected) ** 2 / expected, 0);
  // The .1 % and 99.9 % points of chi-square with 19 degrees of freedom.
  expect(chiSquared).toBeGreaterThan(5.4);
  expect(chiSquared).toBeLessThan(43.8);
});

it("gives every bit equally often", () => {
  const random = seededRandom(7);
  const ones = new Array<number>(32).fill(0);
  for (let i = 0; i < 50_000; i++) {
    const bits = random.bits();
    for (let bit = 0; bit < 32; bit++) ones[bit] = (ones[bit] ?? 0) + ((bits >>> bit) & 1);
  }
  for (const count of ones) expect(Math.abs(count - 25_000)).toBeLessThan(500);
});
