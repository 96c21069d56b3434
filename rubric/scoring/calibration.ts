import { type IndicatorAnswer, nameOf, type UnitIndicator } from "./indicators";
import type { Judgment } from "./types";

export type CalibrationInput = {
  judgments: readonly Judgment[];
  indicators: readonly UnitIndicator[];
  answers: readonly IndicatorAnswer[];
};

/**
 * One rating against its own rater's answers: `checked` indicators at or below the rated level have an answer
 * other than "unknown"; `contradicting` are those of them answered "not-met", lowest level first.
 */
export type CalibratedRating = {
  unit: string;
  rater: string;
  level: number;
  checked: number;
  contradicting: { indicator: string; level: number }[];
};

/** `ratings` has every rating with a level; `contradicted` counts those with a contradicting indicator. */
export type Calibration = { ratings: CalibratedRating[]; checked: number; contradicted: number };

/**
 * Calibration of ratings against indicators: which indicators that a level requires did the same assessor
 * answer "not met"? A rating is pointed out, never changed. Answers to unknown indicators are ignored.
 * Throws a RangeError when one rater answers one indicator twice.
 */
export function calibrate({ judgments, indicators, answers }: CalibrationInput): Calibration {
  const answerOf = new Map<string, IndicatorAnswer["answer"]>();
  for (const { unit, rater, indicator, answer } of answers) {
    const name = nameOf(rater, unit, indicator);
    if (answerOf.has(name)) {
      throw new RangeError(`unit "${unit}", rater "${rater}": indicator "${indicator}" is answered twice`);
    }
    answerOf.set(name, answer);
  }
  const byUnit = indicatorsByUnit(indicators);
  const ratings = judgments.flatMap(({ unit, rater, level }): CalibratedRating[] => {
    if (level === null) return [];
    const required = (byUnit.get(unit) ?? []).filter((indicator) => indicator.level <= level);
    const given = required.map(({ key }) => answerOf.get(nameOf(rater, unit, key)) ?? "unknown");
    const contradicting = required
      .filter((_, index) => given[index] === "not-met")
      .map((indicator) => ({ indicator: indicator.key, level: indicator.level }));
    const checked = given.filter((answer) => answer !== "unknown").length;
    return [{ unit, rater, level, checked, contradicting }];
  });
  return {
    ratings,
    checked: ratings.filter(({ checked }) => checked > 0).length,
    contradicted: ratings.filter(({ contradicting }) => contradicting.length > 0).length,
  };
}

function indicatorsByUnit(indicators: readonly UnitIndicator[]): Map<string, UnitIndicator[]> {
  const byUnit = new Map<string, UnitIndicator[]>();
  for (const indicator of indicators) {
    byUnit.set(indicator.unit, [...(byUnit.get(indicator.unit) ?? []), indicator]);
  }
  for (const list of byUnit.values()) list.sort((a, b) => a.level - b.level);
  return byUnit;
}
