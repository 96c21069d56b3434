import { expect, it } from "vitest";
import { CANONICAL, FLEISS, panelOf } from "./fixtures";
import { METHOD_NAME, METHOD_VERSION } from "./method";
import { score } from "./score";

it("describes one function completely", () => {
  const { functions } = score(panelOf("22334.", 5));
  expect(functions[0]).toMatchObject({
    key: "u1",
    n: 5,
    missing: 1,
    level: 3,
    reason: null,
    split: null,
    mean: 2.8,
    distribution: [0, 2, 2, 1, 0],
    consensus: "moderate",
    averageDeviation: 0.6,
    shareOnMode: 0.4,
    interval: { low: 2, high: 4, coverage: 0.9375 },
  });
});

it("marks an even split and reports the lower level", () => {
  expect(score(panelOf("2233", 5)).functions[0]).toMatchObject({ level: 2, split: { lower: 2, upper: 3 } });
});

it("gives no result below the quorum but keeps the description of what there is", () => {
  expect(score(panelOf("33.", 5)).functions[0]).toEqual({
    key: "u1",
    n: 2,
    missing: 1,
    level: null,
    reason: "below-quorum",
    split: null,
    mean: null,
    distribution: [0, 0, 2, 0, 0],
    consensus: null,
    agreementA: 1,
    tastleWierman: 1,
    averageDeviation: 0,
    shareOnMode: 1,
    interval: null,
  });
});

it("tells no judgments from too few of them", () => {
  const { functions, overall } = score(panelOf("...", 5));
  expect(functions[0]).toMatchObject({ n: 0, missing: 3, reason: "no-judgments", agreementA: null });
  expect(overall).toMatchObject({ typical: null, reason: "no-function-with-result" });
});

it("survives having no units, no raters and no judgments", () => {
  const nothing = score({ levels: 5, units: [], raters: [], judgments: [] });
  expect(nothing.functions).toEqual([]);
  expect(nothing.agreement.krippendorff.ordinal).toBeNull();
  expect(nothing.sensitivity.leaveOneOut).toEqual([]);
});

it("works for one rater with a quorum of one, without an interval or a consensus", () => {
  const { functions, agreement } = score(panelOf("3 4", 5, { quorum: 1 }));
  expect(functions.map(({ level, interval, consensus }) => [level, interval, consensus])).toEqual([
    [3, null, null],
    [4, null, null],
  ]);
  expect(agreement.gwet.ac2Ordinal).toBeNull();
});

it("works for three functions of four levels and for two and ten levels", () => {
  expect(score(panelOf("444 222 333", 4)).overall).toMatchObject({ typical: 3, attained: 2 });
  expect(score(panelOf("112", 2)).functions[0]).toMatchObject({ level: 1, agreementA: null });
  const ten = score({
    levels: 10,
    units: [{ key: "only" }],
    raters: ["a", "b", "c"].map((key) => ({ key })),
    judgments: ["a", "b", "c"].map((rater) => ({ unit: "only", rater, level: 10 })),
  });
  expect(ten.functions[0]).toMatchObject({ level: 10, agreementA: 1 });
});

it("reproduces the published panels through the front door", () => {
  expect(score(panelOf(CANONICAL, 5)).agreement.krippendorff.interval).toBeCloseTo(0.849107, 6);
  expect(score(panelOf(FLEISS, 5)).agreement.fleissKappa).toBeCloseTo(0.430245, 6);
});

it("keeps functions in the order given and carries method, levels and quorum", () => {
  const input = panelOf("333 444", 5, { units: [{ key: "u2" }, { key: "u1" }], quorum: 2 });
  const result = score(input);
  expect(result.functions.map(({ key }) => key)).toEqual(["u2", "u1"]);
  expect(result).toMatchObject({
    method: { name: METHOD_NAME, version: METHOD_VERSION },
    levels: 5,
    quorum: 2,
  });
});

it("refuses a level outside the rubric, naming unit and rater", () => {
  expect(() => score(panelOf("126", 5))).toThrow(
    new RangeError('unit "u1", rater "r3": level must be a whole number from 1 to 5, not 6'),
  );
});

it("does not change its input and gives the same bytes again", () => {
  const input = panelOf(CANONICAL, 5);
  const before = JSON.stringify(input);
  const bytes = JSON.stringify(score(input));
  expect(JSON.stringify(input)).toBe(before);
  expect(JSON.stringify(score(structuredClone(input)))).toBe(bytes);
});
