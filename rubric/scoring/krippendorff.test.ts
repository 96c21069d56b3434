import fc from "fast-check";
import { expect, it } from "vitest";
import { CANONICAL, countsOf, distribution } from "./fixtures";
import { krippendorffAlpha } from "./krippendorff";

it("gives Krippendorff's published values for his canonical data", () => {
  const counts = countsOf(CANONICAL, 5);
  expect(krippendorffAlpha(counts, "nominal")).toBeCloseTo(0.743421, 6);
  expect(krippendorffAlpha(counts, "ordinal")).toBeCloseTo(0.815388, 6);
  expect(krippendorffAlpha(counts, "interval")).toBeCloseTo(0.849107, 6);
});

it("does not care for levels that nobody used", () => {
  for (const metric of ["nominal", "ordinal", "interval"] as const) {
    const five = krippendorffAlpha(countsOf(CANONICAL, 5), metric);
    expect(krippendorffAlpha(countsOf(CANONICAL, 10), metric)).toBe(five);
  }
});

// 43 of 45 judgments are the same and still alpha is next to nothing: why it is never shown alone.
it("is .022 where almost everything is level 3", () => {
  const counts = countsOf("33332 33334 33333 33333 33333 33333 33333 33333 33333", 5);
  expect(krippendorffAlpha(counts, "ordinal")?.toFixed(3)).toBe("0.022");
});

it("is 1 on perfect agreement with variation", () => {
  for (const metric of ["nominal", "ordinal", "interval"] as const) {
    expect(krippendorffAlpha(countsOf("111 333 555", 5), metric)).toBe(1);
  }
});

it("is undefined, not 0 or 1, without variation or without pairs", () => {
  expect(krippendorffAlpha(countsOf("333 333", 5), "ordinal")).toBeNull();
  expect(krippendorffAlpha(countsOf("1.. .2. ..3", 5), "ordinal")).toBeNull();
  expect(krippendorffAlpha([], "ordinal")).toBeNull();
});

it("gives from counts what going through every pair of judgments gives", () => {
  const unit = fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 6 });
  fc.assert(
    fc.property(fc.array(unit, { minLength: 1, maxLength: 8 }), (units) => {
      for (const metric of ["nominal", "ordinal", "interval"] as const) {
        const alpha = krippendorffAlpha(
          units.map((levels) => distribution(6, ...levels)),
          metric,
        );
        const expected = byPairs(units, metric);
        if (expected === null) expect(alpha).toBeNull();
        else expect(alpha).toBeCloseTo(expected, 10);
      }
    }),
  );
});

/** Alpha from its definition: mean distance of pairs within units over that of all pairs of pairable judgments. */
function byPairs(units: number[][], metric: "nominal" | "ordinal" | "interval"): number | null {
  const pairable = units.filter((levels) => levels.length >= 2);
  const all = pairable.flat();
  const count = (level: number) => all.filter((other) => other === level).length;
  const distance = (a: number, b: number): number => {
    if (a === b) return 0;
    if (metric === "nominal") return 1;
    if (metric === "interval") return (a - b) ** 2;
    const between = all.filter((level) => level >= Math.min(a, b) && level <= Math.max(a, b)).length;
    return (between - (count(a) + count(b)) / 2) ** 2;
  };
  const sum = (levels: number[]) =>
    levels.reduce(
      (total, a, i) => total + levels.reduce((t, b, j) => t + (i === j ? 0 : distance(a, b)), 0),
      0,
    );
  const observed =
    pairable.reduce((total, levels) => total + sum(levels) / (levels.length - 1), 0) / all.length;
  const expected = sum(all) / (all.length * (all.length - 1));
  return all.length === 0 || expected === 0 ? null : 1 - observed / expected;
}
