import { m } from "~/i18n/messages";
import type { LevelColumns } from "~/report/figures/column-layout";
import { type FigureSeries, withSeries } from "~/report/figures/figure-data";
import type { GridLayout } from "~/report/figures/heat-map-geometry";
import { type LadderRow, ladderGeometry } from "~/report/figures/ladder-geometry";
import { scaleHex } from "../../colours";
import type { FigureInput } from "./figure";
import type { LegendItem } from "./legend";
import { DOT, GHOST, move, NO_TRACK, RING, STOP, TARGET, TRACK } from "./paints";
import { NAME, type Pen, QUIET } from "./pen";
import { type Profile, targetItem } from "./radar";

const LAYOUT: GridLayout = { width: 700, labelWidth: 160, endWidth: 0, fontSize: 14 };

/** One track a function: the panel's judgments as dots, the level marked, previous and target ghosted. */
export function ladderDrawing(profile: Profile, accent: string): Omit<FigureInput, "alt"> {
  const functions = withSeries(profile.functions, profile.series);
  const geometry = ladderGeometry(functions, profile.levels, LAYOUT);
  const { width, height, columns, headerY, rows, half } = geometry;
  return {
    ...{ width, height, items: legendItems(profile.series) },
    draw(pen) {
      levelHeader(pen, columns, headerY);
      for (const row of rows)
        drawRow(pen, row, { width, columns, half, accent, levels: profile.levels.length });
    },
  };
}

type RowInput = { width: number; columns: LevelColumns; half: number; accent: string; levels: number };

function drawRow(pen: Pen, row: LadderRow, { width, columns, half, accent, levels }: RowInput): void {
  const { y, level, move: moved } = row;
  const { centres } = columns;
  pen.line(0, row.top, width, row.top, RING);
  pen.text(row.lines, 0, row.labelY, NAME);
  pen.line(centres[0] ?? 0, y, centres.at(-1) ?? width, y, level ? TRACK : NO_TRACK);
  for (const centre of centres) pen.circle(centre, y, 3.5, STOP);
  if (moved) pen.line(moved.from, y, moved.to, y, move(accent));
  for (const dot of row.dots) pen.circle(dot.x, dot.y, dot.r, DOT);
  ghosts(pen, row, half);
  if (level) pen.mark(level.level, levels, level.x, y, half);
  else pen.text(m.ui_no_result(), 0, row.labelY + row.lines.length * 18.2, QUIET);
}

/** Previous and target: beside the level's square, or around it where they fall together. */
function ghosts(pen: Pen, { previous, target, y }: LadderRow, half: number): void {
  if (previous) {
    const side = previous.around ? half + 4 : half;
    pen.box(previous.x - side, y - side, 2 * side, 2 * side, side * 0.45, GHOST);
    if (!previous.around)
      pen.text(String(previous.level), previous.x, y, { ...QUIET, anchor: "middle", middle: true });
  }
  if (target) pen.circle(target.x, y, target.around ? half + 6 : half - 4, TARGET);
}

/** Number and, where there is room, name over each level's column. */
export function levelHeader(pen: Pen, { centres, names }: LevelColumns, y: number): void {
  for (const [index, centre] of centres.entries()) {
    pen.text(String(index + 1), centre, y, { weight: 700, anchor: "middle" });
    if (names) pen.text(names[index] ?? [], centre, y + 18, { ...QUIET, anchor: "middle" });
  }
}

function legendItems(series: FigureSeries): LegendItem[] {
  return [
    { label: series.current, sign: (pen) => pen.box(7, 1, 14, 14, 4, { fill: scaleHex("level", 5) }) },
    {
      label: m.ui_figure_dots(),
      sign(pen) {
        for (const x of [6, 14, 22]) pen.circle(x, 8, 3, DOT);
      },
    },
    ...(series.previous === undefined
      ? []
      : [{ label: series.previous, sign: (pen: Pen) => pen.box(7, 1, 14, 14, 4, GHOST) }]),
    ...targetItem(series),
  ];
}
