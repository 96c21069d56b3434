/** A level of the rubric, in order; the first is level 1. */
export type FigureLevel = { name: string };

/** What a figure knows of one function. A null level is "no result", which is not level 1 and not zero. */
export type FigureFunction = {
  key: string;
  name: string;
  level: number | null;
  previous?: number | null;
  target?: number | null;
  /** Judgments per level: one count for each level of the rubric, the first for level 1. */
  distribution: readonly number[];
  /** How many judgments the function has; those who could not judge are not counted. */
  n: number;
};

/** What the series of a figure are called; a series without a name is not drawn. */
export type FigureSeries = { current: string; previous?: string; target?: string };

/** The same functions without the series that have no name. */
export function withSeries(
  functions: readonly FigureFunction[],
  series: FigureSeries,
): readonly FigureFunction[] {
  return functions.map((item) => ({
    ...item,
    previous: series.previous === undefined ? null : item.previous,
    target: series.target === undefined ? null : item.target,
  }));
}

/** Levels still missing to the target: 0 where it is reached; null without a target or a result. */
export function gapOf({ level, target }: Pick<FigureFunction, "level" | "target">): number | null {
  return level === null || target == null ? null : Math.max(0, target - level);
}

/** The coordinates of SVG paths need no more than two decimals. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
