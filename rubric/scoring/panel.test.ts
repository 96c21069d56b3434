import { expect, it } from "vitest";
import { panelOf } from "./fixtures";
import { DEFAULT_QUORUM, readPanel } from "./panel";
import type { ScoreInput } from "./types";

const refused = (input: ScoreInput) => {
  try {
    readPanel(input);
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
  return "accepted";
};
const oneJudgment = (more: object) => ({
  ...panelOf("3", 5),
  judgments: [{ unit: "u1", rater: "r1", level: 3, ...more }],
});

it("counts judgments by unit and by rater, without the missing ones", () => {
  const panel = readPanel(panelOf("12. 333", 4));
  expect(panel.counts).toEqual([
    [1, 1, 0, 0],
    [0, 0, 3, 0],
  ]);
  expect(panel.ratings.map((own) => own.length)).toEqual([2, 2, 1]);
  expect(panel.quorum).toBe(DEFAULT_QUORUM);
});

it("names unit and rater of a level that the rubric does not have", () => {
  for (const level of [0, 6, 1.5, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(refused(oneJudgment({ level }))).toBe(
      `unit "u1", rater "r1": level must be a whole number from 1 to 5, not ${level}`,
    );
  }
  const text = "3" as unknown as number;
  expect(refused(oneJudgment({ level: text }))).toContain('unit "u1", rater "r1"');
});

it("refuses confidence outside 1 to 3, also where the level is missing", () => {
  expect(refused(oneJudgment({ confidence: 4 }))).toContain("confidence must be a whole number from 1 to 3");
  expect(refused(oneJudgment({ level: null, confidence: 0 }))).toContain('unit "u1", rater "r1"');
  expect(refused(oneJudgment({ confidence: null }))).toBe("accepted");
});

it("refuses weights that are not above zero, naming whose", () => {
  for (const weight of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(refused({ ...panelOf("3", 5), units: [{ key: "u1", weight }] })).toBe(
      `weight of unit "u1" must be a number above 0, not ${weight}`,
    );
    expect(refused({ ...panelOf("3", 5), raters: [{ key: "r1", weight }] })).toContain('rater "r1"');
  }
});

it("refuses unknown, repeated and doubly judged keys", () => {
  const panel = panelOf("3", 5);
  const again = panel.judgments[0] ?? { unit: "", rater: "", level: null };
  expect(refused({ ...panel, units: [] })).toContain("there is no such unit");
  expect(refused({ ...panel, raters: [] })).toContain("there is no such rater");
  expect(refused({ ...panel, units: [{ key: "u1" }, { key: "u1" }] })).toBe('unit "u1" is listed twice');
  expect(refused({ ...panel, judgments: [again, { ...again, level: null }] })).toContain("judged twice");
});

it("refuses a number of levels outside 2 to 10, a quorum below 1 and a target that is no level", () => {
  for (const levels of [1, 11, 4.5]) {
    expect(refused({ ...panelOf("1", 2), levels })).toContain("number of levels");
  }
  expect(refused(panelOf("3", 5, { quorum: 0 }))).toBe("quorum must be a whole number 1 or more, not 0");
  expect(refused({ ...panelOf("3", 5), units: [{ key: "u1", target: 6 }] })).toContain('target of unit "u1"');
  expect(refused({ ...panelOf("3", 5), units: [{ key: "u1", target: null }] })).toBe("accepted");
});

it("takes keys that are names of object properties", () => {
  const keys = ["__proto__", "constructor", "toString"];
  const panel = readPanel({
    levels: 3,
    units: keys.map((key) => ({ key })),
    raters: keys.map((key) => ({ key })),
    judgments: keys.map((key) => ({ unit: key, rater: key, level: 2 })),
  });
  expect(panel.counts).toEqual(keys.map(() => [0, 1, 0]));
});
