import { shareOnMode, size } from "./distribution";
import { lowerMedian, splitOf } from "./level";
import { readPanel } from "./panel";
import type { ScoreInput, Split } from "./types";

/** The least number of judgments a perspective needs on a function before its answers are shown apart. */
export const TRIANGULATION_MINIMUM = 3;
/** Perspectives differ on a function when their levels are at least this far apart. */
export const DIFFERENCE_FROM = 1;

/** One perspective on one function. Everything but `n` is null when `withheld`, or without judgments. */
export type PerspectiveView = {
  perspective: string;
  n: number;
  withheld: boolean;
  level: number | null;
  split: Split | null;
  distribution: number[] | null;
  shareOnMode: number | null;
};

/** `apart` is the distance in levels between the lowest and the highest perspective shown; null below two. */
export type FunctionViews = {
  key: string;
  views: PerspectiveView[];
  lowest: string[];
  highest: string[];
  apart: number | null;
  differs: boolean;
};

/** `differing` are the functions on which perspectives differ, widest first, then in the order of the input. */
export type Triangulation = {
  minimum: number;
  perspectives: string[];
  withoutPerspective: number;
  functions: FunctionViews[];
  differing: string[];
};

/**
 * Source triangulation (Denzin 1978, The Research Act): the same function as each perspective sees it, by the
 * lower median of its own judgments. A perspective with fewer than `minimum` judgments on a function is withheld,
 * because its distribution would show what single persons said. Perspectives come in the order of their names;
 * raters without one (`withoutPerspective`) take no part. What is withheld can still be worked out when the
 * whole distribution and all other perspectives are printed beside it: print one or the other to outsiders.
 * Throws a RangeError for a `minimum` that is no whole number from 1, and as `readPanel` does.
 */
export function triangulate(input: ScoreInput, options: { minimum?: number } = {}): Triangulation {
  const { minimum = TRIANGULATION_MINIMUM } = options;
  if (!Number.isInteger(minimum) || minimum < 1) {
    throw new RangeError(`minimum must be a whole number 1 or more, not ${minimum}`);
  }
  const panel = readPanel(input);
  const perspectives = [...new Set(panel.raters.flatMap(({ perspective }) => perspective || []))].sort();
  const counts = perspectives.map(() => panel.units.map(() => new Array<number>(panel.levels).fill(0)));
  panel.ratings.forEach((own, rater) => {
    const group = counts[perspectives.indexOf(panel.raters[rater]?.perspective ?? "")];
    for (const { unit, level } of own) {
      const row = group?.[unit];
      if (row) row[level - 1] = (row[level - 1] ?? 0) + 1;
    }
  });
  const functions = panel.inputOrder.map((unit) => {
    const views = perspectives.map((name, group) => viewOf(name, counts[group]?.[unit] ?? [], minimum));
    return { key: panel.units[unit]?.key ?? "", views, ...distanceBetween(views) };
  });
  return {
    minimum,
    perspectives,
    withoutPerspective: panel.raters.filter(({ perspective }) => !perspective).length,
    functions,
    differing: functions
      .filter(({ differs }) => differs)
      .sort((a, b) => (b.apart ?? 0) - (a.apart ?? 0))
      .map(({ key }) => key),
  };
}

function viewOf(perspective: string, counts: number[], minimum: number): PerspectiveView {
  const n = size(counts);
  const hidden = { level: null, split: null, distribution: null, shareOnMode: null };
  if (n < minimum) return { perspective, n, withheld: n > 0, ...hidden };
  return {
    perspective,
    n,
    withheld: false,
    level: lowerMedian(counts),
    split: splitOf(counts),
    distribution: counts,
    shareOnMode: shareOnMode(counts),
  };
}

function distanceBetween(views: PerspectiveView[]): Omit<FunctionViews, "key" | "views"> {
  const levels = views.flatMap(({ level }) => level ?? []);
  if (levels.length < 2) return { lowest: [], highest: [], apart: null, differs: false };
  const low = Math.min(...levels);
  const high = Math.max(...levels);
  const at = (wanted: number) =>
    views.filter(({ level }) => level === wanted).map(({ perspective }) => perspective);
  return { lowest: at(low), highest: at(high), apart: high - low, differs: high - low >= DIFFERENCE_FROM };
}
