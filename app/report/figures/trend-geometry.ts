import { round } from "./figure-data";
import { wrapLabel } from "./text-layout";

/** One line of a trend: its level at each assessment, oldest first; null is no result. */
export type TrendRow = { key: string; name: string; values: readonly (number | null)[]; overall: boolean };

export type TrendStep = { from: number; to: number; moved: boolean };

export type TrendGeometry = {
  width: number;
  height: number;
  half: number;
  /** The assessments: where each stands, and its date in lines; none where dates would touch. */
  columns: { x: number; lines: string[] }[];
  rows: {
    key: string;
    overall: boolean;
    lines: string[];
    top: number;
    labelY: number;
    y: number;
    marks: { x: number; level: number }[];
    /** Between two assessments that follow one another and both have a level. */
    steps: TrendStep[];
    gaps: number[];
  }[];
};

const WIDTH = 700;
const LABELS = 236;
const FONT = 14;
const LINE = 18.2;
const ROW = 40;
const HALF = 12;
/** A date needs this much room. */
const DATE = 64;

/** One row a function, one column an assessment; what stayed is a thin line, what moved a thick one. */
export function trendGeometry(rows: readonly TrendRow[], dates: readonly string[]): TrendGeometry {
  const room = (WIDTH - LABELS) / Math.max(1, dates.length);
  const every = Math.max(1, Math.ceil(DATE / room));
  const xOf = (index: number) => round(LABELS + room * (index + 0.5));
  const columns = dates.map((date, index) => {
    // Counted from the latest, which always has its date.
    const dated = (dates.length - 1 - index) % every === 0;
    return { x: xOf(index), lines: dated ? wrapLabel(date, Math.max(room, DATE), FONT) : [] };
  });
  const half = round(Math.min(HALF, room / 2 - 1));
  let top = FONT + (Math.max(1, ...columns.map(({ lines }) => lines.length)) - 1) * LINE + 16;
  const placed = rows.map(({ key, name, values, overall }) => {
    const lines = wrapLabel(name, LABELS - 24, FONT);
    const height = Math.max(ROW, lines.length * LINE + 14);
    const y = round(top + height / 2);
    const row = { key, overall, lines, top: round(top), y };
    const labelY = round(y - ((lines.length - 1) / 2) * LINE + FONT * 0.36);
    top += height;
    return { ...row, labelY, ...marksOf(values, xOf) };
  });
  return { width: WIDTH, height: round(top + 2), half, columns, rows: placed };
}

function marksOf(values: readonly (number | null)[], xOf: (index: number) => number) {
  const marks = values.flatMap((level, index) => (level === null ? [] : [{ x: xOf(index), level }]));
  const gaps = values.flatMap((level, index) => (level === null ? [xOf(index)] : []));
  const steps = values.flatMap((level, index): TrendStep[] => {
    const before = values[index - 1];
    if (level === null || before == null) return [];
    return [{ from: xOf(index - 1), to: xOf(index), moved: before !== level }];
  });
  return { marks, steps, gaps };
}
