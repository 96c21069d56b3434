import fc from "fast-check";
import { expect, it } from "vitest";
import { CANONICAL, countsOf, distribution } from "./fixtures";
import { type GwetWeights, gwetCoefficient } from "./gwet";

const canonical = (weights: GwetWeights) => gwetCoefficient(countsOf(CANONICAL, 5), 5, weights);

it("gives Gwet's published values for the canonical data with five categories", () => {
  expect(canonical("identity")).toBeCloseTo(0.77544, 5);
  expect(canonical("ordinal")).toBeCloseTo(0.899, 3);
  expect(canonical("linear")).toBeCloseTo(0.859, 3);
  expect(canonical("quadratic")).toBeCloseTo(0.914, 3);
});

it("counts the levels of the rubric, not only those used", () => {
  const units = "3344 4444 3333 3434";
  const ofFive = gwetCoefficient(countsOf(units, 5), 5, "ordinal");
  const ofFour = gwetCoefficient(countsOf(units, 4), 4, "ordinal");
  expect(ofFive).toBeGreaterThan(Number(ofFour));
});

it("stays high where alpha breaks down because almost everything is level 3", () => {
  const counts = countsOf("33332 33334 33333 33333 33333 33333 33333 33333 33333", 5);
  expect(gwetCoefficient(counts, 5, "ordinal")).toBeGreaterThan(0.95);
});

it("is 1 on perfect agreement, with variation or without", () => {
  for (const weights of ["identity", "ordinal", "linear", "quadratic"] as const) {
    expect(gwetCoefficient(countsOf("111 333 555", 5), 5, weights)).toBeCloseTo(1, 12);
    expect(gwetCoefficient(countsOf("333 333", 5), 5, weights)).toBe(1);
  }
});

it("is the same for all weights on two levels, where there is only one distance", () => {
  const counts = countsOf("112 122 111 222 121", 2);
  const ac1 = Number(gwetCoefficient(counts, 2, "identity"));
  for (const weights of ["ordinal", "linear", "quadratic"] as const) {
    expect(gwetCoefficient(counts, 2, weights)).toBeCloseTo(ac1, 12);
  }
});

it("is null without a unit of two judgments", () => {
  expect(gwetCoefficient(countsOf("1.. .2. ...", 5), 5, "ordinal")).toBeNull();
  expect(gwetCoefficient([], 5, "ordinal")).toBeNull();
});

it("gives from counts what going through every pair of judgments gives", () => {
  const unit = fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 6 });
  fc.assert(
    fc.property(fc.array(unit, { minLength: 1, maxLength: 8 }), (units) => {
      const ac2 = gwetCoefficient(
        units.map((levels) => distribution(5, ...levels)),
        5,
        "linear",
      );
      const expected = linearByPairs(units);
      if (expected === null) expect(ac2).toBeNull();
      else expect(ac2).toBeCloseTo(expected, 10);
    }),
  );
});

/** AC2 with linear weights on five levels from its definition. */
function linearByPairs(units: number[][]): number | null {
  const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  const near = (a: number, b: number) => 1 - Math.abs(a - b) / 4;
  const rated = units.filter((levels) => levels.length > 0);
  const pairable = units.filter((levels) => levels.length > 1);
  if (pairable.length === 0) return null;
  const observed = mean(
    pairable.map((levels) => mean(levels.flatMap((a, i) => levels.toSpliced(i, 1).map((b) => near(a, b))))),
  );
  const five = [1, 2, 3, 4, 5];
  const shares = five.map((level) =>
    mean(rated.map((levels) => mean(levels.map((l) => (l === level ? 1 : 0))))),
  );
  const weights = five.flatMap((a) => five.map((b) => near(a, b))).reduce((a, b) => a + b, 0);
  const chance = (weights / 20) * shares.reduce((total, share) => total + share * (1 - share), 0);
  return (observed - chance) / (1 - chance);
}
