import type { Judgment, ScoreInput } from "./types";

/** Krippendorff's canonical data: 4 raters x 12 units, "." = missing. */
export const CANONICAL = "11.1 2232 3333 3333 2222 1234 4444 1121 2222 .555 ..11 .3..";

/** Fleiss 1971: 30 subjects, 6 raters each. */
export const FLEISS =
  "444444 222555 233335 555555 222444 113333 333355 113334 114444 555555 144444 124444 222333 144444 224445 " +
  "333335 111455 111112 224444 133555 555555 244444 224555 114444 144445 222224 111155 224444 133333 555555";

/**
 * A score input from one string per unit, one character per rater: units "u1", "u2", ..., raters "r1", ...
 * "." is a cannot-judge. More fields of the input can be given.
 */
export function panelOf(units: string, levels: number, more: Partial<ScoreInput> = {}): ScoreInput {
  const rows = units.split(" ");
  const raters = Math.max(...rows.map((row) => row.length));
  const judgments = rows.flatMap((row, unit) =>
    [...row].map(
      (character, rater): Judgment => ({
        unit: `u${unit + 1}`,
        rater: `r${rater + 1}`,
        level: character === "." ? null : Number(character),
      }),
    ),
  );
  return {
    levels,
    units: rows.map((_, unit) => ({ key: `u${unit + 1}` })),
    raters: Array.from({ length: raters }, (_, rater) => ({ key: `r${rater + 1}` })),
    judgments,
    ...more,
  };
}

/** Distributions of several units, `[unit][level - 1]`, from the same notation. */
export function countsOf(units: string, levels: number): number[][] {
  return units.split(" ").map((row) => {
    const counts = new Array<number>(levels).fill(0);
    for (const character of row) {
      if (character !== ".") counts[Number(character) - 1] = (counts[Number(character) - 1] ?? 0) + 1;
    }
    return counts;
  });
}

/** One distribution from the levels given. */
export function distribution(levels: number, ...given: number[]): number[] {
  const counts = new Array<number>(levels).fill(0);
  for (const level of given) counts[level - 1] = (counts[level - 1] ?? 0) + 1;
  return counts;
}
