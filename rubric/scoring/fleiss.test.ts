import { expect, it } from "vitest";
import { countsOf, FLEISS } from "./fixtures";
import { fleissKappa } from "./fleiss";

it("gives the published value of Fleiss 1971", () => {
  expect(fleissKappa(countsOf(FLEISS, 5), 5)).toBeCloseTo(0.430245, 6);
});

it("leaves a unit with one judgment out of the observed agreement but not out of the shares", () => {
  const pairsOnly = fleissKappa(countsOf("11 12 22", 3), 3);
  const withSingle = fleissKappa(countsOf("11 12 22 3.", 3), 3);
  // pa = 2/3 both times; shares 1/2, 1/2, 0 against 3/8, 3/8, 1/4.
  expect(pairsOnly).toBeCloseTo((2 / 3 - 1 / 2) / (1 / 2), 12);
  expect(withSingle).toBeCloseTo((2 / 3 - 22 / 64) / (42 / 64), 12);
});

it("is null without variation and without pairs", () => {
  expect(fleissKappa(countsOf("333 333", 5), 5)).toBeNull();
  expect(fleissKappa(countsOf("1. .2", 5), 5)).toBeNull();
});
