import { lowerMedian } from "./level";
import type { Overall, Unit } from "./types";

/** Levels of the functions that count in the overall, as a histogram by level (index level - 1). */
export type OverallTally = { weight: number[]; count: number[]; withoutResult: number };

/** Counts the functions of the overall; `levelOf` gives each unit's level, null without a result. */
export function tallyOverall(
  units: readonly Unit[],
  levels: number,
  levelOf: (unit: number) => number | null,
): OverallTally {
  const tally: OverallTally = {
    weight: new Array(levels).fill(0),
    count: new Array(levels).fill(0),
    withoutResult: 0,
  };
  units.forEach((unit, index) => {
    addToTally(tally, unit, levelOf(index), 1);
  });
  return tally;
}

/** Adds (sign 1) or takes away (sign -1) one function; one left out of the overall changes nothing. */
export function addToTally(tally: OverallTally, unit: Unit, level: number | null, sign: 1 | -1): void {
  if (unit.inOverall === false) return;
  if (level === null) {
    tally.withoutResult += sign;
    return;
  }
  tally.count[level - 1] = (tally.count[level - 1] ?? 0) + sign;
  tally.weight[level - 1] = (tally.weight[level - 1] ?? 0) + sign * (unit.weight ?? 1);
}

/** The typical level: the lower median, by function weight, of the levels that there are. */
export function typicalOf({ weight, count }: OverallTally): number | null {
  return lowerMedian(weight.map((value, index) => ((count[index] ?? 0) > 0 ? value : 0)));
}

/**
 * The fully attained stage: the level that every function of the overall has reached (the staged reading of
 * CMMI and COBIT 2019); function weights play no part. Null while a function has no result, because it could
 * be lower, unless another one already stands at level 1, below which nothing is.
 */
export function attainedOf(tally: OverallTally): number | null {
  const lowest = lowestOf(tally);
  return tally.withoutResult > 0 && lowest !== 1 ? null : lowest;
}

function lowestOf({ count }: OverallTally): number | null {
  const index = count.findIndex((functions) => functions > 0);
  return index < 0 ? null : index + 1;
}

/**
 * The overall of all functions. `typical` and `meanIndex` (weighted mean of the levels, unrounded) rest on the
 * functions with a result, `withResult` of `functions`; `attained` claims something about every function, see
 * `attainedOf`. `binding` names the functions that hold `attained` down, in the order of the input.
 */
export function overall(
  units: readonly Unit[],
  inputOrder: readonly number[],
  levels: number,
  levelOf: (unit: number) => number | null,
): Overall {
  const tally = tallyOverall(units, levels, levelOf);
  const attained = attainedOf(tally);
  const withResult = tally.count.reduce((total, count) => total + count, 0);
  const weight = tally.weight.reduce((total, value) => total + value, 0);
  const weighted = tally.weight.reduce((total, value, index) => total + value * (index + 1), 0);
  const binding = inputOrder.filter(
    (unit) => attained !== null && units[unit]?.inOverall !== false && levelOf(unit) === attained,
  );
  const reason = withResult === 0 ? "no-function-with-result" : "functions-without-result";
  return {
    typical: typicalOf(tally),
    attained,
    binding: binding.flatMap((unit) => units[unit]?.key ?? []),
    meanIndex: withResult === 0 ? null : weighted / weight,
    attainedAtMost: lowestOf(tally),
    functions: withResult + tally.withoutResult,
    withResult,
    reason: withResult > 0 && tally.withoutResult === 0 ? null : reason,
  };
}
