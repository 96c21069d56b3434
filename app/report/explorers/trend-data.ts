/** What the explorer of a trend draws: one line a series, one value an assessment. */
export type TrendSeries = {
  key: string;
  name: string;
  /** Index of its colour; null for the overall, which has the accent. */
  colour: number | null;
  /** As measured; null where there is no result. */
  values: (number | null)[];
  /** Where the line is drawn: lines on one level are set a little apart. */
  heights: (number | null)[];
};

/** The first and the last assessment in sight, counted from 0. */
export type Period = { from: number; to: number };

export type TrendMeasure = "level" | "mean";

/** The largest room that lines on the same level take together, in levels. */
const BAND = 0.44;
const GAP = 0.06;

type TrendInput = {
  functions: readonly { key: string; name: string }[];
  points: readonly {
    typical: number | null;
    meanIndex: number | null;
    functions: Record<string, { level: number | null; mean: number | null }>;
  }[];
};

/** The overall first (typical level, or mean index), then the functions in the order of the rubric. */
export function trendSeries(
  { functions, points }: TrendInput,
  measure: TrendMeasure,
  overallName: string,
): TrendSeries[] {
  const overall = points.map((point) => (measure === "level" ? point.typical : point.meanIndex));
  const gap = Math.min(GAP, BAND / functions.length);
  return [
    { key: "-overall", name: overallName, colour: null, values: overall, heights: overall },
    ...functions.map(({ key, name }, index) => {
      const values = points.map((point) => point.functions[key]?.[measure] ?? null);
      const shift = measure === "level" ? gap * slot(index, functions.length) : 0;
      const heights = values.map((value) => (value === null ? null : value - shift));
      return { key, name, colour: index, values, heights };
    }),
  ];
}

/** Whole steps from the middle, which belongs to the overall: the first half above it, the others below. */
function slot(index: number, count: number): number {
  const half = Math.floor(count / 2);
  return index < half ? index - half : index - half + 1;
}

const HUES = 8;
const DASHES = 3;

/** The class that gives a line its colour and, from the ninth line on, its dashes; see trend.css. */
export function lineClass(colour: number | null): string {
  if (colour === null) return "trend-line-overall";
  return `trend-line-${colour % HUES} trend-dash-${Math.floor(colour / HUES) % DASHES}`;
}
