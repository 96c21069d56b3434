import { type LevelColumns, levelColumns } from "./column-layout";
import { type FigureLevel, round } from "./figure-data";
import type { GridLayout } from "./heat-map-geometry";
import { wrapLabel } from "./text-layout";

/** One thing measured of a company and of the group it is held against; quartiles may lie between two levels. */
export type BenchmarkItem = {
  key: string;
  name: string;
  own: number | null;
  median: number | null;
  lowerQuartile: number | null;
  upperQuartile: number | null;
};

export type BenchmarkTrack = {
  key: string;
  lines: string[];
  /** Baseline of the first line of the name; "no result", where it is so, stands one line below the last. */
  labelY: number;
  top: number;
  /** The height of the track. */
  y: number;
  /** The middle half of the group. */
  band: { x: number; width: number } | null;
  median: number | null;
  own: { level: number; x: number } | null;
};

export type BenchmarkGeometry = {
  width: number;
  height: number;
  columns: LevelColumns;
  headerY: number;
  /** Half of what each mark takes up: of the company's dot across, of the band and the median's line upwards. */
  half: { own: number; band: number; median: number };
  rows: BenchmarkTrack[];
};

const HALF = { own: 11, band: 8, median: 17 };
const PADDING = 8;
/** A group whose middle half is on one level still has a band to see. */
const NARROWEST = 10;

/** One track each with a stop for each level: the group's middle half as a band, its median, the company's own dot. */
export function benchmarkGeometry(
  items: readonly BenchmarkItem[],
  levels: readonly FigureLevel[],
  { width, labelWidth, endWidth, fontSize }: GridLayout,
): BenchmarkGeometry {
  const columns = levelColumns(levels, { left: labelWidth, right: width - endWidth, fontSize });
  const lineHeight = fontSize * 1.3;
  const track = 2 * (HALF.median + PADDING);
  let top = fontSize + columns.nameLines * lineHeight + 16;
  const rows = items.map((item): BenchmarkTrack => {
    const lines = wrapLabel(item.name, labelWidth === 0 ? width : labelWidth - 20, fontSize);
    // The line below the name says "no result".
    const text = (lines.length + (item.own === null ? 1 : 0)) * lineHeight;
    const above = labelWidth === 0;
    const height = above ? text + 4 + track : Math.max(track, text + 2 * PADDING);
    const y = above ? top + height - track / 2 : top + height / 2;
    const labelY = above ? top + fontSize + 6 : y - text / 2 + fontSize;
    const placed = { key: item.key, lines, labelY: round(labelY), top: round(top), y: round(y) };
    top += height;
    return { ...placed, ...marks(item, columns) };
  });
  return { width, height: round(top + 2), columns, headerY: fontSize, half: HALF, rows };
}

function marks(item: BenchmarkItem, { centres, width }: LevelColumns) {
  const at = (level: number) => (centres[0] ?? 0) + (level - 1) * width;
  const { own, median, lowerQuartile, upperQuartile } = item;
  return {
    band:
      lowerQuartile === null || upperQuartile === null ? null : bandOf(at(lowerQuartile), at(upperQuartile)),
    median: median === null ? null : round(at(median)),
    own: own === null ? null : { level: own, x: round(at(own)) },
  };
}

function bandOf(from: number, to: number): { x: number; width: number } {
  const width = Math.max(to - from, NARROWEST);
  return { x: round((from + to - width) / 2), width: round(width) };
}
