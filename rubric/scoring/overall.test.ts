import { expect, it } from "vitest";
import { overall } from "./overall";
import type { Unit } from "./types";

const of = (levels: (number | null)[], units: Partial<Unit>[] = []) =>
  overall(
    levels.map((_, index) => ({ key: `f${index + 1}`, ...units[index] })),
    levels.map((_, index) => index),
    5,
    (unit) => levels[unit] ?? null,
  );

it("puts the typical level beside the fully attained stage and names what binds it", () => {
  expect(of([3, 3, 2, 3, 4, 2, 3, 3, 3])).toEqual({
    typical: 3,
    attained: 2,
    binding: ["f3", "f6"],
    meanIndex: 26 / 9,
    attainedAtMost: 2,
    functions: 9,
    withResult: 9,
    reason: null,
  });
});

it("gives an even split of functions to the lower level", () => {
  expect(of([2, 2, 3, 3]).typical).toBe(2);
});

it("rests the typical level on the functions with a result but claims no stage for one without", () => {
  expect(of([3, null, 4])).toMatchObject({
    typical: 3,
    meanIndex: 3.5,
    attained: null,
    binding: [],
    attainedAtMost: 3,
    functions: 3,
    withResult: 2,
    reason: "functions-without-result",
  });
});

it("claims stage 1 whatever is missing, because nothing is below it", () => {
  expect(of([1, null, 4])).toMatchObject({ attained: 1, binding: ["f1"], withResult: 2 });
});

it("is null without any result", () => {
  const nothing = { typical: null, attained: null, meanIndex: null, reason: "no-function-with-result" };
  expect(of([null, null])).toMatchObject(nothing);
  expect(of([])).toMatchObject({ ...nothing, functions: 0 });
});

it("leaves a function out of everything, also out of what lacks a result", () => {
  const leftOut = [{}, { inOverall: false }, {}];
  expect(of([3, 1, 3], leftOut)).toMatchObject({ typical: 3, attained: 3, meanIndex: 3, functions: 2 });
  expect(of([3, null, 3], leftOut)).toMatchObject({ attained: 3, reason: null });
});

it("weighs functions for the typical level and the index but not for the stage", () => {
  const heavy = of([2, 4, 4], [{ weight: 5 }]);
  expect(heavy).toMatchObject({ typical: 2, attained: 2, meanIndex: 18 / 7 });
  expect(of([2, 4, 4], [{ weight: 0.5 }])).toMatchObject({ typical: 4, attained: 2, meanIndex: 3.6 });
});
