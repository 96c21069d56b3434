import { expect, it } from "vitest";
import { panelOf } from "./fixtures";
import { triangulate } from "./triangulation";
import type { ScoreInput } from "./types";

/** Raters get perspectives in the order given; "" is none. */
const seenBy = (units: string, ...perspectives: string[]): ScoreInput => {
  const input = panelOf(units, 5);
  return {
    ...input,
    raters: input.raters.map((rater, index) => ({ ...rater, perspective: perspectives[index] })),
  };
};
const twoSides = ["expert", "expert", "expert", "customer", "customer", "customer"];

it("gives level and distribution by perspective and the functions on which they differ", () => {
  const found = triangulate(seenBy("444222 333333 555344", ...twoSides));
  expect(found.perspectives).toEqual(["customer", "expert"]);
  expect(found.functions[0]).toEqual({
    key: "u1",
    views: [
      {
        perspective: "customer",
        n: 3,
        withheld: false,
        level: 2,
        split: null,
        distribution: [0, 3, 0, 0, 0],
        shareOnMode: 1,
      },
      {
        perspective: "expert",
        n: 3,
        withheld: false,
        level: 4,
        split: null,
        distribution: [0, 0, 0, 3, 0],
        shareOnMode: 1,
      },
    ],
    lowest: ["customer"],
    highest: ["expert"],
    apart: 2,
    differs: true,
  });
  expect(found.functions[1]).toMatchObject({ apart: 0, differs: false });
  expect(found.differing).toEqual(["u1", "u3"]);
});

it("withholds a perspective with too few judgments and does not compare with it", () => {
  const found = triangulate(seenBy("44422.", ...twoSides));
  expect(found.functions[0]?.views[0]).toEqual({
    perspective: "customer",
    n: 2,
    withheld: true,
    level: null,
    split: null,
    distribution: null,
    shareOnMode: null,
  });
  expect(found.functions[0]).toMatchObject({ apart: null, differs: false });
  expect(triangulate(seenBy("44422.", ...twoSides), { minimum: 2 }).functions[0]).toMatchObject({ apart: 2 });
});

it("has nothing to withhold where a perspective did not judge", () => {
  expect(triangulate(seenBy("444...", ...twoSides)).functions[0]?.views[0]).toMatchObject({
    n: 0,
    withheld: false,
  });
});

it("leaves raters without a perspective aside and counts them", () => {
  const found = triangulate(seenBy("4441", "expert", "expert", "expert"));
  expect(found.withoutPerspective).toBe(1);
  expect(found.functions[0]?.views).toHaveLength(1);
  expect(found.functions[0]?.views[0]?.distribution).toEqual([0, 0, 0, 3, 0]);
});

it("refuses a minimum that is no whole number from 1", () => {
  for (const minimum of [0, 1.5, Number.NaN]) {
    expect(() => triangulate(panelOf("333", 5), { minimum })).toThrow(RangeError);
  }
});
