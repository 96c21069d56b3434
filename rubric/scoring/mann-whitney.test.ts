import fc from "fast-check";
import { expect, it } from "vitest";
import { enumerates, mannWhitney, smallestUnpairedP } from "./mann-whitney";

const X = [1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 2, 4, 1, 1];
const Y = [3, 3, 4, 3, 1, 2, 3, 1, 1, 5, 4];

it("gives the published superiority and exact p with heavy ties", () => {
  const found = mannWhitney(X, Y);
  expect(found?.superiority).toBeCloseTo(0.788961, 6);
  expect(found?.p).toBeCloseTo(0.00669022, 8);
  expect(found?.exact).toBe(true);
});

it("gives the published Cliff's delta", () => {
  const found = mannWhitney([10, 10, 20, 20, 20, 30, 30, 30, 40, 50], [10, 20, 30, 40, 40, 50]);
  expect(Math.abs(Number(found?.cliffsDelta))).toBe(0.25);
});

it("reaches .10 at best for 3 against 3 and .029 for 4 against 4", () => {
  expect(mannWhitney([1, 2, 3], [4, 5, 6])?.p).toBeCloseTo(0.1, 12);
  expect(smallestUnpairedP(3, 3)).toBe(0.1);
  expect(mannWhitney([1, 2, 3, 4], [5, 6, 7, 8])?.p).toBeCloseTo(2 / 70, 12);
  expect(smallestUnpairedP(4, 4)?.toFixed(3)).toBe("0.029");
  expect(smallestUnpairedP(1, 1)).toBe(1);
  expect(smallestUnpairedP(0, 4)).toBeNull();
});

it("is 1 when all judgments are the same and null when a side is empty", () => {
  expect(mannWhitney([3, 3], [3, 3, 3])).toMatchObject({ p: 1, superiority: 0.5, cliffsDelta: 0 });
  expect(mannWhitney([], [3])).toBeNull();
  expect(mannWhitney([3], [])).toBeNull();
});

it("counts exactly what going through every choice counts", () => {
  const side = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(side, side, (before, after) => {
      expect(mannWhitney(before, after)?.p).toBeCloseTo(byBruteForce(before, after), 12);
    }),
  );
});

it("keeps p and turns the sign of delta when the sides are swapped", () => {
  const side = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(side, side, (before, after) => {
      const there = mannWhitney(before, after);
      const back = mannWhitney(after, before);
      expect(back?.p).toBe(there?.p);
      expect(back?.cliffsDelta).toBeCloseTo(-Number(there?.cliffsDelta), 12);
    }),
  );
});

it("agrees with its seeded Monte Carlo within four standard errors", () => {
  const side = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 25 });
  fc.assert(
    fc.property(side, side, fc.integer(), (before, after, seed) => {
      const exact = Number(mannWhitney(before, after)?.p);
      const drawn = mannWhitney(before, after, { method: "monte-carlo", seed });
      const error = Math.sqrt((exact * (1 - exact)) / 100_000);
      expect(drawn?.exact).toBe(false);
      expect(Math.abs(Number(drawn?.p) - exact)).toBeLessThan(4 * error + 3e-5);
    }),
    { numRuns: 20, seed: 4 },
  );
});

it("draws for large panels, the same for the same seed and whichever side comes first", () => {
  const before = Array.from({ length: 120 }, (_, index) => (index % 5) + 1);
  const after = Array.from({ length: 90 }, (_, index) => (index % 4) + 2);
  expect(enumerates(120, 90)).toBe(false);
  const found = mannWhitney(before, after, { seed: 9 });
  expect(found?.exact).toBe(false);
  expect(mannWhitney(before, after, { seed: 9 })).toEqual(found);
  expect(mannWhitney(after, before, { seed: 9 })?.p).toBe(found?.p);
});

/** Two-sided p over every choice of who is "after", by the number of pairs won. */
function byBruteForce(before: number[], after: number[]): number {
  const all = [...before, ...after];
  const half = (before.length * after.length) / 2;
  const won = (inAfter: (index: number) => boolean) =>
    all.reduce(
      (total, y, i) =>
        total +
        (inAfter(i) ? all.filter((x, j) => !inAfter(j) && x < y).length : 0) +
        (inAfter(i) ? all.filter((x, j) => !inAfter(j) && x === y).length / 2 : 0),
      0,
    );
  const distance = Math.abs(won((index) => index >= before.length) - half);
  let choices = 0;
  let extreme = 0;
  for (let pattern = 0; pattern < 2 ** all.length; pattern++) {
    if (all.filter((_, index) => (pattern >> index) & 1).length !== after.length) continue;
    choices++;
    if (Math.abs(won((index) => ((pattern >> index) & 1) === 1) - half) >= distance) extreme++;
  }
  return extreme / choices;
}
