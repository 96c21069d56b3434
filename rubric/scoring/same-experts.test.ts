import { expect, it } from "vitest";
import { panelOf } from "./fixtures";
import { sameExperts } from "./same-experts";

it("gives the medians of those who judged in both, and nobody else's", () => {
  // The three on both panels stay at 2; the two who joined say 5.
  expect(sameExperts(panelOf("222..", 5), panelOf("22255", 5))).toEqual([
    { key: "u1", n: 3, before: 2, after: 2, delta: 0 },
  ]);
  // All say 4 in the end, while the two who left had said 1.
  expect(sameExperts(panelOf("11344", 5), panelOf("..444", 5))).toEqual([
    { key: "u1", n: 3, before: 4, after: 4, delta: 0 },
  ]);
});

it("takes the lower median of an even number, as everywhere", () => {
  expect(sameExperts(panelOf("2233", 5), panelOf("3344", 5))[0]).toMatchObject({ n: 4, before: 2, after: 3 });
});

it("counts function by function who gave a level, and has none where nobody did", () => {
  const [first, second] = sameExperts(panelOf("23. 2..", 5), panelOf("34. .33", 5));
  expect(first).toMatchObject({ key: "u1", n: 2, delta: 1 });
  expect(second).toEqual({ key: "u2", n: 0, before: null, after: null, delta: null });
});

it("leaves out a function that only one side has", () => {
  expect(sameExperts(panelOf("222", 5), panelOf("333 333", 5)).map(({ key }) => key)).toEqual(["u1"]);
});

it("turns its sign with the sides", () => {
  const [one, other] = [panelOf("12344 23", 5), panelOf("33345 12", 5)];
  const there = sameExperts(one, other).map(({ delta }) => delta);
  expect(sameExperts(other, one).map(({ delta }) => 0 - (delta ?? Number.NaN))).toEqual(there);
  expect(there).toEqual([0, -1]);
});

it("refuses other numbers of levels", () => {
  expect(() => sameExperts(panelOf("222", 5), panelOf("222", 4))).toThrow(RangeError);
});
