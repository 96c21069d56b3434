import fc from "fast-check";
import { expect, it } from "vitest";
import { signedRank, smallestPairedP } from "./signed-rank";

const PUBLISHED = [6, 8, 14, 16, 23, 24, 28, 29, 41, -48, 49, 56, 60, -67, 75];

it("gives the published T and exact p", () => {
  const found = signedRank(PUBLISHED);
  expect(found?.statistic).toBe(24);
  expect(found?.p).toBe(0.041259765625);
  expect(found?.pGreater).toBe(0.0206298828125);
  expect(found?.exact).toBe(true);
});

it("gives .0625 for five experts who all moved up by one", () => {
  expect(signedRank([1, 1, 1, 1, 1])?.p).toBe(0.0625);
});

// Pratt's example: with the zero the ranks are 2..12 and -13; half a level lower they are -1, 2..12, -13.
it("ranks zeros before leaving them out, so that a smaller rise is no more certain than a larger one", () => {
  const withZero = [0, 2, 3, 4, 6, 7, 8, 9, 11, 14, 15, 17, -18];
  const lower = withZero.map((difference) => difference - 0.5);
  expect(signedRank(lower)?.pGreater).toBe(109 / 2 ** 13);
  expect(signedRank(withZero)?.pGreater).toBeLessThanOrEqual(109 / 2 ** 13);
  expect(signedRank(withZero)?.nonZero).toBe(12);
});

it("shares ranks between equal sizes", () => {
  // Sizes 1, 1, 2, 2, 3 have ranks 1.5, 1.5, 3.5, 3.5, 5.
  expect(signedRank([1, -1, 2, 2, -3])).toMatchObject({ plus: 8.5, minus: 6.5, statistic: 6.5 });
});

it("is 1 when nobody moved and null without anybody", () => {
  expect(signedRank([0, 0, 0, 0])).toMatchObject({ n: 4, nonZero: 0, p: 1 });
  expect(signedRank([])).toBeNull();
});

it("counts exactly what going through every sign pattern counts", () => {
  const small = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(small, (differences) => {
      expect(signedRank(differences)?.p).toBeCloseTo(byBruteForce(differences), 12);
    }),
  );
});

it("keeps p when all signs are turned", () => {
  const some = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(some, (differences) => {
      const turned = signedRank(differences.map((difference) => -difference));
      const found = signedRank(differences);
      expect(turned?.p).toBe(found?.p);
      expect(turned?.plus).toBe(found?.minus);
    }),
  );
});

it("agrees with its seeded Monte Carlo within four standard errors", () => {
  const some = fc.array(fc.integer({ min: -4, max: 5 }), { minLength: 5, maxLength: 60 });
  fc.assert(
    fc.property(some, fc.integer(), (differences, seed) => {
      const exact = Number(signedRank(differences)?.pGreater);
      const drawn = signedRank(differences, { method: "monte-carlo", seed });
      const error = Math.sqrt((exact * (1 - exact)) / 100_000);
      expect(drawn?.exact).toBe(false);
      expect(Math.abs(Number(drawn?.pGreater) - exact)).toBeLessThan(4 * error + 3e-5);
    }),
    { numRuns: 20, seed: 3 },
  );
});

it("draws for large panels, the same for the same seed", () => {
  const many = Array.from({ length: 301 }, (_, index) => (index < 141 ? -1 : 1));
  const found = signedRank(many, { seed: 5 });
  expect(found?.exact).toBe(false);
  expect(signedRank(many, { seed: 5 })).toEqual(found);
  expect(signedRank(many, { seed: 6 })?.p).not.toBe(found?.p);
});

it("refuses a Monte Carlo of fewer than 100,000 permutations", () => {
  expect(() => signedRank([1, 2], { permutations: 9999 })).toThrow(RangeError);
});

it("knows the smallest p beforehand", () => {
  expect([3, 4, 5, 6].map(smallestPairedP)).toEqual([0.25, 0.125, 0.0625, 0.03125]);
  expect(smallestPairedP(1)).toBe(1);
  expect(smallestPairedP(0)).toBeNull();
});

/** Two-sided p by flipping every sign in every way; the ranks by counting how many sizes are smaller. */
function byBruteForce(differences: number[]): number {
  const sizes = differences.map(Math.abs);
  const ranks = sizes.map(
    (size) =>
      sizes.filter((other) => other < size).length + (sizes.filter((other) => other === size).length + 1) / 2,
  );
  const moved = ranks.flatMap((rank, i) =>
    sizes[i] === 0 ? [] : [{ rank, up: Number(differences[i]) > 0 }],
  );
  const half = moved.reduce((total, { rank }) => total + rank, 0) / 2;
  const distance = Math.abs(moved.reduce((total, { rank, up }) => total + (up ? rank : 0), 0) - half);
  let extreme = 0;
  for (let pattern = 0; pattern < 2 ** moved.length; pattern++) {
    const sum = moved.reduce((total, { rank }, i) => total + ((pattern >> i) & 1) * rank, 0);
    if (Math.abs(sum - half) >= distance) extreme++;
  }
  return extreme / 2 ** moved.length;
}
