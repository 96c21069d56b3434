import { expect, it } from "vitest";
import { chooseWaves, pairHref, pairsOf } from "./choose-waves";

const choice = (id: string, key = "a") => ({
  ...{ id, title: id, asOf: "2026-06-30" },
  rubric: { key, version: "1.0.0", name: key },
});
const choices = [choice("one"), choice("two"), choice("other", "b"), choice("three")];
const choose = (query: string) => chooseWaves(new URLSearchParams(query), choices);

it("begins with the two latest of one measure", () => {
  expect(choose("")).toEqual({ waves: ["two", "three"], before: "two", after: "three" });
  expect(chooseWaves(new URLSearchParams(), [choice("one"), choice("other", "b")])).toBeNull();
});

it("takes the two that an address names", () => {
  expect(choose("before=one&after=two")).toEqual({ waves: ["one", "two"], before: "one", after: "two" });
  expect(choose("before=one")).toMatchObject({ before: "one", after: "three" });
});

it("orders any number of waves and looks at the first and the last", () => {
  expect(choose("w=three&w=one&w=two&w=one&w=")).toEqual({
    ...{ waves: ["one", "two", "three"], before: "one", after: "three" },
  });
});

it("looks at another pair of them where the address says so", () => {
  const waves = "w=one&w=two&w=three";
  expect(choose(`${waves}&before=two&after=three`)).toMatchObject({ before: "two", after: "three" });
  for (const stale of ["before=two&after=other", "before=two", "before=two&after=two"]) {
    expect(choose(`${waves}&${stale}`), stale).toMatchObject({ before: "one", after: "three" });
  }
});

it("keeps what is no choice, so that it is refused and not dropped", () => {
  expect(choose("w=one&w=x")?.waves).toEqual(["one", "x"]);
});

it("offers the whole stretch first, then each step", () => {
  expect(pairsOf(["a", "b", "c"])).toEqual([
    { before: "a", after: "c" },
    { before: "a", after: "b" },
    { before: "b", after: "c" },
  ]);
  expect(pairsOf(["a", "b"])).toEqual([{ before: "a", after: "b" }]);
  expect(pairsOf(["a"])).toEqual([]);
  expect(pairHref(["a", "b"], { before: "a", after: "b" })).toBe("?w=a&w=b&before=a&after=b");
});
