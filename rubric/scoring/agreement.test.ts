import { expect, it } from "vitest";
import { agreement } from "./agreement";
import { CANONICAL, panelOf } from "./fixtures";
import { gwetCoefficient } from "./gwet";
import { jackknifeInterval } from "./jackknife";
import { krippendorffAlpha } from "./krippendorff";
import { readPanel } from "./panel";

const of = (units: string, levels = 5) => agreement(readPanel(panelOf(units, levels)));

it("counts the units, raters and ratings that the coefficients use", () => {
  expect(of(CANONICAL)).toMatchObject({ units: 11, raters: 4, ratings: 40 });
});

it("puts the published coefficients together", () => {
  const { krippendorff, gwet, reasons } = of(CANONICAL);
  expect(krippendorff.ordinal).toBeCloseTo(0.815388, 6);
  expect(gwet.ac1).toBeCloseTo(0.77544, 5);
  expect(gwet.ac2Ordinal).toBeCloseTo(0.899, 3);
  expect(reasons).toEqual({ krippendorff: null, gwet: null, fleissKappa: null });
});

it("takes raters out of the counts exactly as if they had not been there", () => {
  const { jackknife, krippendorff, gwet } = of(CANONICAL);
  const without = [0, 1, 2, 3].map((out) => {
    const rows = CANONICAL.split(" ").map((row) => row.slice(0, out) + row.slice(out + 1));
    return readPanel(panelOf(rows.join(" "), 5)).counts;
  });
  const alphas = without.map((counts) => krippendorffAlpha(counts, "ordinal"));
  const coefficients = without.map((counts) => gwetCoefficient(counts, 5, "ordinal"));
  const alpha = jackknifeInterval(krippendorff.ordinal, alphas);
  const ac2 = jackknifeInterval(gwet.ac2Ordinal, coefficients);
  expect(jackknife.alphaOrdinal.low).toBeCloseTo(Number(alpha.low), 10);
  expect(jackknife.ac2Ordinal.low).toBeCloseTo(Number(ac2.low), 10);
  expect(jackknife.alphaOrdinal.high).toBe(1);
  expect(alpha.high).toBe(1);
});

it("uses only units that every rater rated for Kendall's W", () => {
  const { kendallW } = of("123 12. 234 345");
  expect(kendallW).toMatchObject({ units: 3, raters: 3, w: 1, df: 2, reason: null });
});

it("lets a rater who judged nothing take no part", () => {
  const { kendallW, jackknife } = of("123. 234. 345.");
  expect(kendallW).toMatchObject({ raters: 3, units: 3, w: 1 });
  expect(jackknife.ac2Ordinal.reason).toBe("too-few-raters");
});

it("has no jackknife interval below four raters", () => {
  const none = { low: null, high: null, reason: "too-few-raters" };
  expect(of("123 234 355").jackknife).toEqual({ alphaOrdinal: none, ac2Ordinal: none });
});

it("gives reasons instead of numbers without variation", () => {
  const { krippendorff, fleissKappa, gwet, kendallW, jackknife, reasons } = of("3333 3333");
  expect(krippendorff).toEqual({ nominal: null, ordinal: null, interval: null });
  expect(fleissKappa).toBeNull();
  expect(gwet.ac2Ordinal).toBe(1);
  expect(kendallW).toMatchObject({ w: null, p: null, reason: "all-ranks-tied" });
  expect(jackknife.alphaOrdinal.reason).toBe("no-variation");
  expect(jackknife.ac2Ordinal.reason).toBe("no-spread-between-raters");
  expect(reasons).toEqual({ krippendorff: "no-variation", gwet: null, fleissKappa: "no-variation" });
});

it("gives reasons instead of numbers for one rater, one unit and nothing at all", () => {
  const none = "no-unit-with-two-judgments";
  expect(of("3 4").reasons).toEqual({ krippendorff: none, gwet: none, fleissKappa: none });
  expect(of("3 4").kendallW.reason).toBe("fewer-than-two-raters");
  expect(of("3344").kendallW.reason).toBe("fewer-than-two-complete-units");
  expect(of("....").gwet).toEqual({ ac1: null, ac2Ordinal: null, ac2Linear: null, ac2Quadratic: null });
  expect(of("....")).toMatchObject({ units: 0, raters: 0, ratings: 0 });
});

it("says so when alpha is undefined without one rater", () => {
  expect(of("3334 3333").jackknife.alphaOrdinal).toEqual({
    low: null,
    high: null,
    reason: "undefined-without-one-rater",
  });
});
