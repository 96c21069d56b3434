import { lowerMedian } from "./level";

/** How an assessor answers an indicator; "unknown" is "don't know" and counts as no answer. */
export type Answer = "met" | "partly" | "not-met" | "unknown";

/** One observable statement about a unit; `level` is the lowest level that requires it (1..levels). */
export type UnitIndicator = { unit: string; key: string; level: number };

/** One rater's answer; `indicator` is the key within the unit. */
export type IndicatorAnswer = { unit: string; rater: string; indicator: string; answer: Answer };

/** What the panel as a whole says of an indicator, with the number of answers (without "unknown"). */
export type IndicatorStatus = { status: Exclude<Answer, "unknown"> | "unanswered"; answers: number };

const ORDER = ["not-met", "partly", "met"] as const;

/** One name for several keys that no others share, whatever characters they hold. */
export function nameOf(...keys: string[]): string {
  return JSON.stringify(keys);
}

/**
 * The panel's status of every indicator that was answered, named by `nameOf(unit, indicator)`: the lower median of
 * not met < partly < met, so "met" needs more than half of the answers.
 */
export function indicatorStatus(answers: readonly IndicatorAnswer[]): Map<string, IndicatorStatus> {
  const counts = new Map<string, number[]>();
  for (const { unit, indicator, answer } of answers) {
    if (answer === "unknown") continue;
    const name = nameOf(unit, indicator);
    const row = counts.get(name) ?? ORDER.map(() => 0);
    const place = ORDER.indexOf(answer);
    row[place] = (row[place] ?? 0) + 1;
    counts.set(name, row);
  }
  return new Map(
    [...counts].map(([name, row]) => {
      const status = ORDER[(lowerMedian(row) ?? 1) - 1] ?? "not-met";
      return [name, { status, answers: row.reduce((total, count) => total + count, 0) }];
    }),
  );
}
