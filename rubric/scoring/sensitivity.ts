import { lowerMedian } from "./level";
import { addToTally, attainedOf, type OverallTally, tallyOverall, typicalOf } from "./overall";
import type { Panel, Rating } from "./panel";
import type {
  LeaveOneOut,
  LevelChange,
  NumberChange,
  OverallChange,
  Sensitivity,
  WeightCheck,
} from "./types";

/** What a judgment without a stated confidence weighs in the confidence check: as much as a middling one. */
export const NEUTRAL_CONFIDENCE = 2;

/**
 * Whether any level hangs on one rater, on the weights of experts or on their confidence. `levels[unit]` are
 * the reported levels, null without a result; only functions with a result can change. Leaving one out does
 * not ask for the quorum again: the question is whether the others would place the function differently.
 */
export function sensitivity(panel: Panel, levels: readonly (number | null)[]): Sensitivity {
  const tally = tallyOverall(panel.units, panel.levels, (unit) => levels[unit] ?? null);
  const base: Base = { panel, levels, tally, place: placeInInput(panel) };
  const weighted = panel.raters.some(({ weight }) => weight !== undefined);
  const confident = panel.ratings.some((own) => own.some(({ confidence }) => confidence !== null));
  return {
    leaveOneOut: panel.ratings.flatMap((own, rater) => (own.length > 0 ? leaveOut(base, own, rater) : [])),
    expertWeight: weighted
      ? weighBy(base, (_, rater) => panel.raters[rater]?.weight ?? 1)
      : nothingToWeigh("no-weights"),
    confidence: confident
      ? weighBy(base, ({ confidence }) => confidence ?? NEUTRAL_CONFIDENCE)
      : nothingToWeigh("no-confidence"),
  };
}

type Base = {
  panel: Panel;
  levels: readonly (number | null)[];
  tally: OverallTally;
  place: readonly number[];
};
type UnitChange = { unit: number; from: number; to: number | null };

function leaveOut(base: Base, own: Rating[], rater: number): LeaveOneOut {
  const changed = own.flatMap(({ unit, level }) => {
    const rest = [...(base.panel.counts[unit] ?? [])];
    rest[level - 1] = (rest[level - 1] ?? 0) - 1;
    return changeOf(base, unit, lowerMedian(rest));
  });
  return { rater: base.panel.raters[rater]?.key ?? "", judgments: own.length, ...effect(base, changed) };
}

function weighBy(base: Base, weightOf: (rating: Rating, rater: number) => number): WeightCheck {
  const { units, levels, ratings } = base.panel;
  const weights = units.map(() => new Array<number>(levels).fill(0));
  ratings.forEach((own, rater) => {
    for (const rating of own) {
      const row = weights[rating.unit];
      if (row) row[rating.level - 1] = (row[rating.level - 1] ?? 0) + weightOf(rating, rater);
    }
  });
  const changed = weights.flatMap((row, unit) => changeOf(base, unit, lowerMedian(row)));
  return { reason: null, ...effect(base, changed) };
}

function nothingToWeigh(reason: "no-weights" | "no-confidence"): WeightCheck {
  return { reason, changes: false, functions: [], overall: { typical: null, attained: null } };
}

function changeOf({ levels }: Base, unit: number, to: number | null): UnitChange[] {
  const from = levels[unit] ?? null;
  return from === null || from === to ? [] : [{ unit, from, to }];
}

function effect(
  base: Base,
  changed: UnitChange[],
): { changes: boolean; functions: LevelChange[]; overall: OverallChange } {
  const { units } = base.panel;
  const functions = [...changed]
    .sort((a, b) => (base.place[a.unit] ?? 0) - (base.place[b.unit] ?? 0))
    .map(({ unit, from, to }) => ({ key: units[unit]?.key ?? "", from, to }));
  return { changes: changed.length > 0, functions, overall: overallEffect(base, changed) };
}

function overallEffect({ panel, tally }: Base, changed: UnitChange[]): OverallChange {
  if (changed.length === 0) return { typical: null, attained: null };
  const after: OverallTally = { ...tally, weight: [...tally.weight], count: [...tally.count] };
  for (const { unit, from, to } of changed) {
    const item = panel.units[unit];
    if (!item) continue;
    addToTally(after, item, from, -1);
    addToTally(after, item, to, 1);
  }
  return {
    typical: difference(typicalOf(tally), typicalOf(after)),
    attained: difference(attainedOf(tally), attainedOf(after)),
  };
}

function difference(from: number | null, to: number | null): NumberChange | null {
  return from === to ? null : { from, to };
}

function placeInInput({ units, inputOrder }: Panel): number[] {
  const place = new Array<number>(units.length).fill(0);
  inputOrder.forEach((unit, index) => {
    place[unit] = index;
  });
  return place;
}
