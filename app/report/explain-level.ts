/** The computation of a level, step by step, for somebody who wants to check it by hand. */
export type LevelExplanation = {
  n: number;
  /** The fewest judgments that are more than half. */
  needed: number;
  /** All judgments, lowest first. */
  sorted: number[];
  /** Judgments at each level or above, highest level first. */
  steps: { level: number; count: number; majority: boolean }[];
};

/** Counts of one function (`distribution[k - 1]` judgments on level k) laid out by the rule of the lower median. */
export function explainLevel(distribution: readonly number[]): LevelExplanation {
  const sorted = distribution.flatMap((count, index) => new Array<number>(count).fill(index + 1));
  const n = sorted.length;
  const needed = Math.floor(n / 2) + 1;
  const steps = distribution
    .map((_, index) => {
      const count = sorted.filter((level) => level >= index + 1).length;
      return { level: index + 1, count, majority: count >= needed };
    })
    .reverse();
  return { n, needed, sorted, steps };
}

/** How many of the judgments are at a level or above. */
export function countAtOrAbove(distribution: readonly number[], level: number): number {
  return distribution.slice(level - 1).reduce((sum, count) => sum + count, 0);
}
