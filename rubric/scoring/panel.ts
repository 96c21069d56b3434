import type { Judgment, Rater, ScoreInput, Unit } from "./types";

/** The least and the most levels a rubric may have. */
export const LEVELS_RANGE = { least: 2, most: 10 } as const;
/** The least number of judgments a function needs for a result, where the assessment sets none. */
export const DEFAULT_QUORUM = 3;
/** An assessor's confidence: low, medium, high. */
export const CONFIDENCE_RANGE = { least: 1, most: 3 } as const;

/** One judgment with a level; `unit` is an index into `Panel.units`. */
export type Rating = { unit: number; level: number; confidence: number | null };

/**
 * Judgments as counts. `units` and `raters` stand in the order of their keys, so that sums of fractions
 * come out the same to the last bit however the input was ordered; `inputOrder` lists the unit indexes as
 * the input had them. `counts[unit][level - 1]` is a number of judgments, `ratings[rater]` the same by rater.
 */
export type Panel = {
  levels: number;
  quorum: number;
  units: Unit[];
  inputOrder: number[];
  raters: Rater[];
  counts: number[][];
  ratings: Rating[][];
};

/**
 * Checks the input and counts it. Throws a RangeError that names the culprit for: a number of levels outside
 * 2..10, a level outside 1..levels, a confidence outside 1..3, a weight that is not a positive number, a
 * quorum below 1, a repeated or unknown key, two judgments of one rater on one unit, a target outside 1..levels.
 */
export function readPanel(input: ScoreInput): Panel {
  const { levels, quorum = DEFAULT_QUORUM } = input;
  requireWhole(levels, LEVELS_RANGE.least, LEVELS_RANGE.most, () => "number of levels");
  requireWhole(quorum, 1, Number.MAX_SAFE_INTEGER, () => "quorum");
  const units = byKey(input.units, "unit");
  const raters = byKey(input.raters, "rater");
  for (const { key, weight, target } of units) {
    requireWeight(weight, `unit "${key}"`);
    if (target != null) requireWhole(target, 1, levels, () => `target of unit "${key}"`);
  }
  for (const { key, weight } of raters) requireWeight(weight, `rater "${key}"`);
  const unitIndex = indexOf(units);
  const inputOrder = input.units.map(({ key }) => unitIndex.get(key) ?? 0);
  const { counts, ratings } = count(input.judgments, unitIndex, indexOf(raters), levels);
  return { levels, quorum, units, inputOrder, raters, counts, ratings };
}

function count(
  judgments: Judgment[],
  unitIndex: Map<string, number>,
  raterIndex: Map<string, number>,
  levels: number,
): Pick<Panel, "counts" | "ratings"> {
  const counts = Array.from(unitIndex, () => new Array<number>(levels).fill(0));
  const ratings = Array.from(raterIndex, () => [] as Rating[]);
  const seen = Array.from(raterIndex, () => new Set<number>());
  for (const { unit, rater, level, confidence = null } of judgments) {
    const where = () => `unit "${unit}", rater "${rater}"`;
    const unitAt = unitIndex.get(unit);
    const raterAt = raterIndex.get(rater);
    if (unitAt === undefined) throw new RangeError(`${where()}: there is no such unit`);
    if (raterAt === undefined) throw new RangeError(`${where()}: there is no such rater`);
    if (seen[raterAt]?.has(unitAt)) throw new RangeError(`${where()}: judged twice`);
    seen[raterAt]?.add(unitAt);
    if (confidence !== null) {
      requireWhole(confidence, CONFIDENCE_RANGE.least, CONFIDENCE_RANGE.most, () => `${where()}: confidence`);
    }
    if (level === null) continue;
    requireWhole(level, 1, levels, () => `${where()}: level`);
    const row = counts[unitAt];
    if (row) row[level - 1] = (row[level - 1] ?? 0) + 1;
    ratings[raterAt]?.push({ unit: unitAt, level, confidence });
  }
  for (const list of ratings) list.sort((a, b) => a.unit - b.unit);
  return { counts, ratings };
}

function byKey<Item extends { key: string }>(items: Item[], kind: string): Item[] {
  const sorted = [...items].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  sorted.forEach(({ key }, index) => {
    if (index > 0 && sorted[index - 1]?.key === key) throw new RangeError(`${kind} "${key}" is listed twice`);
  });
  return sorted;
}

function indexOf(items: { key: string }[]): Map<string, number> {
  return new Map(items.map(({ key }, index) => [key, index]));
}

// Names are only put together for an error: large panels have many judgments.
function requireWhole(value: number, least: number, most: number, what: () => string): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  const range = most === Number.MAX_SAFE_INTEGER ? `${least} or more` : `from ${least} to ${most}`;
  throw new RangeError(`${what()} must be a whole number ${range}, not ${value}`);
}

function requireWeight(weight: number | undefined, whose: string): void {
  if (weight === undefined || (Number.isFinite(weight) && weight > 0)) return;
  throw new RangeError(`weight of ${whose} must be a number above 0, not ${weight}`);
}
