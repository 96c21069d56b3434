import { expect, it } from "vitest";
import { panelOf } from "./fixtures";
import { score } from "./score";
import type { Judgment, ScoreInput } from "./types";

const sensitivity = (input: ScoreInput) => score(input).sensitivity;
const unchanged = { typical: null, attained: null };

it("names the expert on whom a level hangs and what follows for the overall", () => {
  // u1: 1 3 3 4 -> 3; without r2 or r3 1 3 4 -> 3; u2: 2 2 4 4 -> 2, without r1 or r2 it is 4.
  const { leaveOneOut } = sensitivity(panelOf("1334 2244", 5));
  expect(leaveOneOut.map(({ rater, changes }) => [rater, changes])).toEqual([
    ["r1", true],
    ["r2", true],
    ["r3", false],
    ["r4", false],
  ]);
  expect(leaveOneOut[0]).toEqual({
    rater: "r1",
    judgments: 2,
    changes: true,
    functions: [{ key: "u2", from: 2, to: 4 }],
    overall: { typical: { from: 2, to: 3 }, attained: { from: 2, to: 3 } },
  });
  expect(leaveOneOut[2]).toMatchObject({ functions: [], overall: unchanged });
});

it("asks what the others say, even where they are fewer than the quorum", () => {
  const { leaveOneOut } = sensitivity(panelOf("244", 5));
  expect(leaveOneOut[1]?.functions).toEqual([{ key: "u1", from: 4, to: 2 }]);
  expect(leaveOneOut[0]?.functions).toEqual([]);
});

it("leaves a function without a result where it was, and loses one that only that expert judged", () => {
  expect(sensitivity(panelOf("2.. 333", 5)).leaveOneOut[0]?.functions).toEqual([]);
  const alone = sensitivity(panelOf("2", 5, { quorum: 1 })).leaveOneOut[0];
  expect(alone?.functions).toEqual([{ key: "u1", from: 2, to: null }]);
  expect(alone?.overall).toEqual({ typical: { from: 2, to: null }, attained: { from: 2, to: null } });
});

it("does not list raters who judged nothing", () => {
  expect(sensitivity(panelOf("333.", 5)).leaveOneOut.map(({ rater }) => rater)).toEqual(["r1", "r2", "r3"]);
});

it("does not touch the overall for a function that is left out of it", () => {
  const input = panelOf("3333 2244", 5, { units: [{ key: "u1" }, { key: "u2", inOverall: false }] });
  expect(sensitivity(input).leaveOneOut[0]).toMatchObject({ changes: true, overall: unchanged });
});

it("says whether expert weights would change a level, which they never do by themselves", () => {
  const input = panelOf("22444 33333", 5);
  const raters = input.raters.map((rater, index) => (index < 2 ? { ...rater, weight: 3 } : rater));
  const weighted = score({ ...input, raters });
  expect(weighted.functions[0]?.level).toBe(4);
  expect(weighted.sensitivity.expertWeight).toEqual({
    reason: null,
    changes: true,
    functions: [{ key: "u1", from: 4, to: 2 }],
    overall: { typical: { from: 3, to: 2 }, attained: { from: 3, to: 2 } },
  });
});

it("says whether confidence would change a level; not stated counts as middling", () => {
  const input = panelOf("224", 5);
  const stated = (...confidence: (number | null)[]): Judgment[] =>
    input.judgments.map((judgment, index) => ({ ...judgment, confidence: confidence[index] ?? null }));
  const check = (judgments: Judgment[]) => sensitivity({ ...input, judgments }).confidence;
  expect(check(stated(1, 1, 3)).functions).toEqual([{ key: "u1", from: 2, to: 4 }]);
  // 2 + 1 against 3 is an exact half, which is no majority.
  expect(check(stated(null, 1, 3))).toMatchObject({ changes: false, reason: null });
});

it("has nothing to check without weights or confidence", () => {
  const { expertWeight, confidence } = sensitivity(panelOf("334", 5));
  expect(expertWeight).toEqual({ reason: "no-weights", changes: false, functions: [], overall: unchanged });
  expect(confidence.reason).toBe("no-confidence");
});
