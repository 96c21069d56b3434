import { expect, it } from "vitest";
import { panelOf } from "./fixtures";
import type { Answer } from "./indicators";
import { recommend } from "./recommendations";
import { score } from "./score";
import type { Unit } from "./types";

const indicators = ["u1", "u2", "u3"].flatMap((unit) =>
  [1, 2, 3, 4, 5].flatMap((level) => [
    { unit, key: `${level}a`, level },
    { unit, key: `${level}b`, level },
  ]),
);
const by = (unit: string, indicator: string, ...given: Answer[]) =>
  given.map((answer, rater) => ({ unit, rater: `r${rater + 1}`, indicator, answer }));

const recommended = (rows: string, units: Unit[], answers: ReturnType<typeof by>) =>
  recommend({
    levels: 5,
    units,
    functions: score(panelOf(rows, 5, { units })).functions,
    indicators,
    answers,
  });

it("takes unmet and partly met indicators of the next level only, with the reason", () => {
  const { items, unanswered } = recommended(
    "222",
    [{ key: "u1", target: 4, weight: 2 }],
    [
      ...by("u1", "3a", "not-met", "not-met", "met"),
      ...by("u1", "3b", "met", "met", "met"),
      ...by("u1", "4a", "not-met", "not-met", "not-met"),
      ...by("u1", "2a", "not-met", "not-met", "not-met"),
    ],
  );
  expect(items).toEqual([
    {
      unit: "u1",
      indicator: "3a",
      nextLevel: 3,
      status: "not-met",
      answers: 3,
      priority: 4,
      reason: { level: 2, target: 4, targetSet: true, gap: 2, weight: 2, consensus: "strong", factor: 1 },
    },
  ]);
  expect(unanswered).toEqual([]);
});

it("ranks by gap x weight x consensus, not met before partly", () => {
  const units = [
    { key: "u1", target: 3 },
    { key: "u2", target: 5 },
    { key: "u3", target: 4, weight: 3 },
  ];
  // Gaps 1, 3, 1; u2 is divided, so 3 x 1 x .5 = 1.5 lies below 1 x 3 x 1 = 3 and above 1.
  const { items } = recommended("222 122345 333", units, [
    ...by("u1", "3a", "not-met"),
    ...by("u2", "3a", "partly"),
    ...by("u2", "3b", "not-met"),
    ...by("u3", "4a", "partly"),
  ]);
  expect(items.map(({ unit, indicator, priority }) => [unit, indicator, priority])).toEqual([
    ["u3", "4a", 3],
    ["u2", "3b", 1.5],
    ["u2", "3a", 1.5],
    ["u1", "3a", 1],
  ]);
});

it("aims at the highest level without a target", () => {
  const { items } = recommended("222", [{ key: "u1" }], by("u1", "3a", "not-met"));
  expect(items[0]?.reason).toMatchObject({ target: 5, targetSet: false, gap: 3 });
});

it("lists what nobody could answer, who is at the target and who has no result", () => {
  const units = [{ key: "u1" }, { key: "u2", target: 3 }, { key: "u3" }];
  const found = recommended("444 333 3..", units, by("u1", "5a", "unknown"));
  expect(found).toEqual({
    items: [],
    unanswered: [
      { unit: "u1", indicator: "5a", nextLevel: 5 },
      { unit: "u1", indicator: "5b", nextLevel: 5 },
    ],
    atTarget: ["u2"],
    withoutResult: ["u3"],
  });
});

it("recommends nothing above the highest level", () => {
  expect(recommended("555", [{ key: "u1" }], [])).toMatchObject({ items: [], atTarget: ["u1"] });
});
