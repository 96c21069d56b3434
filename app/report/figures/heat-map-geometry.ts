import { type LevelColumns, levelColumns } from "./column-layout";
import { type FigureFunction, type FigureLevel, round } from "./figure-data";
import { shareStep } from "./share-scale";
import { wrapLabel } from "./text-layout";

/** Sizes in the units of the drawing. labelWidth 0 puts the name above its row. */
export type GridLayout = { width: number; labelWidth: number; endWidth: number; fontSize: number };

export type HeatCell = {
  level: number;
  x: number;
  count: number;
  /** 0 (nobody) to 10, see share-scale. */
  step: number;
  /** True on the function's level, the lower median. */
  median: boolean;
  /** True on the level that is aimed at. */
  target: boolean;
};

export type HeatRow = {
  key: string;
  hasResult: boolean;
  n: number;
  lines: string[];
  /** Baseline of the first line of the name; "no result", where it is so, stands one line below the last. */
  labelY: number;
  /** Top of the cells. */
  y: number;
  cells: HeatCell[];
};

export type HeatMapGeometry = {
  width: number;
  height: number;
  columns: LevelColumns;
  cell: { width: number; height: number };
  headerY: number;
  rows: HeatRow[];
};

const CELL_HEIGHT = 38;
const GAP = 4;

/** Functions down, levels across; each cell filled by the share of that function's judgments. */
export function heatMapGeometry(
  functions: readonly FigureFunction[],
  levels: readonly FigureLevel[],
  layout: GridLayout,
): HeatMapGeometry {
  const { width, labelWidth, endWidth, fontSize } = layout;
  const columns = levelColumns(levels, { left: labelWidth, right: width - endWidth, fontSize });
  const lineHeight = fontSize * 1.3;
  let y = fontSize + columns.nameLines * lineHeight + 16;
  const rows = functions.map((item) => {
    const lines = wrapLabel(item.name, labelWidth === 0 ? width : labelWidth - 16, fontSize);
    // The line below the name says "no result".
    const rowLines = lines.length + (item.level === null ? 1 : 0);
    const above = labelWidth === 0 ? rowLines * lineHeight + 8 : 0;
    const height = labelWidth === 0 ? CELL_HEIGHT : Math.max(CELL_HEIGHT, rowLines * lineHeight + 4);
    const top = y + above + (height - CELL_HEIGHT) / 2;
    const labelY =
      labelWidth === 0
        ? y + fontSize
        : top + CELL_HEIGHT / 2 - ((rowLines - 1) / 2) * lineHeight + fontSize * 0.36;
    y += above + height + (labelWidth === 0 ? 14 : GAP);
    return { ...row(item, columns), lines, labelY: round(labelY), y: round(top) };
  });
  const cell = { width: round(columns.width - GAP), height: CELL_HEIGHT };
  return { width, height: round(y + 4), columns, cell, headerY: fontSize, rows };
}

function row(item: FigureFunction, columns: LevelColumns) {
  const total = item.distribution.reduce((sum, count) => sum + count, 0);
  const cells = columns.centres.map((centre, index) => {
    const count = item.distribution[index] ?? 0;
    return {
      level: index + 1,
      x: round(centre - (columns.width - GAP) / 2),
      count,
      step: total === 0 ? 0 : shareStep(count / total),
      median: item.level === index + 1,
      target: item.target === index + 1,
    };
  });
  return { key: item.key, hasResult: item.level !== null, n: item.n, cells };
}
