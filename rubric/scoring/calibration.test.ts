import { expect, it } from "vitest";
import { calibrate } from "./calibration";
import type { Answer } from "./indicators";

const indicators = [
  { unit: "data", key: "shared", level: 3 },
  { unit: "data", key: "collected", level: 2 },
  { unit: "data", key: "predictive", level: 5 },
  { unit: "people", key: "roles", level: 2 },
];
const answered = (rater: string, given: Record<string, Answer>) =>
  Object.entries(given).map(([indicator, answer]) => ({ unit: "data", rater, indicator, answer }));

it("points out indicators not met at or below the rated level, lowest first, and only those", () => {
  const found = calibrate({
    judgments: [{ unit: "data", rater: "ani", level: 4 }],
    indicators,
    answers: answered("ani", { shared: "not-met", collected: "not-met", predictive: "not-met" }),
  });
  expect(found).toEqual({
    ratings: [
      {
        unit: "data",
        rater: "ani",
        level: 4,
        checked: 2,
        contradicting: [
          { indicator: "collected", level: 2 },
          { indicator: "shared", level: 3 },
        ],
      },
    ],
    checked: 1,
    contradicted: 1,
  });
});

it("holds nobody to the answers of somebody else, nor to partly or don't know", () => {
  const found = calibrate({
    judgments: [
      { unit: "data", rater: "ani", level: 4 },
      { unit: "data", rater: "budi", level: 4 },
    ],
    indicators,
    answers: [
      ...answered("ani", { shared: "not-met" }),
      ...answered("budi", { shared: "partly", collected: "unknown" }),
    ],
  });
  expect(found.ratings.map(({ checked, contradicting }) => [checked, contradicting.length])).toEqual([
    [1, 1],
    [1, 0],
  ]);
});

it("has no rating to check for a cannot-judge, and leaves ratings without answers unchecked", () => {
  const judgments = [
    { unit: "data", rater: "ani", level: null },
    { unit: "people", rater: "ani", level: 5 },
  ];
  const found = calibrate({ judgments, indicators, answers: [] });
  expect(found).toMatchObject({ checked: 0, contradicted: 0 });
  expect(found.ratings).toEqual([{ unit: "people", rater: "ani", level: 5, checked: 0, contradicting: [] }]);
});

it("refuses two answers of one rater to one indicator", () => {
  const answers = [...answered("ani", { shared: "met" }), ...answered("ani", { shared: "not-met" })];
  expect(() => calibrate({ judgments: [], indicators, answers })).toThrow(
    'unit "data", rater "ani": indicator "shared" is answered twice',
  );
});
