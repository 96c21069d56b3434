import { m } from "~/i18n/messages";
import type { FigureFunction, FigureLevel, FigureSeries } from "~/report/figures/figure-data";
import { withSeries } from "~/report/figures/figure-data";
import { profileBars } from "~/report/figures/profile-bars-geometry";
import { type RadarGeometry, type RadarLayout, radarGeometry } from "~/report/figures/radar-geometry";
import { SUNKEN, WHITE } from "../look";
import type { LegendItem } from "./legend";
import { area, NO_AXIS, OUTER_RING, outline, PREVIOUS, PREVIOUS_MARK, RING, TARGET } from "./paints";
import { NAME, type Pen, QUIET } from "./pen";

export type Profile = {
  functions: readonly FigureFunction[];
  levels: readonly FigureLevel[];
  series: FigureSeries;
  description: string;
};

type Drawing = { width: number; height: number; draw: (pen: Pen) => void; items: LegendItem[] };

/** Numbers at the axes: the names stand in the list below, with their levels. */
const LAYOUT: RadarLayout = { width: 340, radius: 132, fontSize: 14, mark: 9.5, labels: "numbers" };

/** The profile over all functions; bars where there are too few of them for a radar. */
export function radarDrawing({ levels, series, ...profile }: Profile, accent: string): Drawing {
  const functions = withSeries(profile.functions, series);
  const items = legendItems(series, functions, accent);
  if (functions.length < 3) return { ...bars(functions, levels, accent), items };
  const geometry = radarGeometry(functions, levels.length, LAYOUT);
  const { width, height, centre } = geometry;
  return {
    width,
    height,
    items,
    draw: (pen) => radar(pen.moved(centre.x, centre.y), geometry, levels.length, accent),
  };
}

function radar(pen: Pen, geometry: RadarGeometry, levels: number, accent: string): void {
  const { rings, axes, labels, current, previous, targets } = geometry;
  for (const { level, radius } of rings) pen.circle(0, 0, radius, level === rings.length ? OUTER_RING : RING);
  for (const { x, y, hasResult } of axes) pen.line(0, 0, x, y, hasResult ? RING : NO_AXIS);
  for (const { lines, x, y, anchor } of labels) pen.text(lines, x, y, { ...NAME, anchor });
  for (const data of current.areas) pen.path(data, area(accent));
  for (const { level, x, y } of rings) {
    pen.circle(x, y, 8, { fill: WHITE });
    pen.text(String(level), x, y, { ...QUIET, anchor: "middle", middle: true, size: 13 });
  }
  for (const data of previous.lines) pen.path(data, PREVIOUS);
  for (const data of current.lines) pen.path(data, outline(accent));
  for (const { x, y } of previous.marks) pen.circle(x, y, 3.5, PREVIOUS_MARK);
  for (const { x, y, met } of targets) pen.circle(x, y, met ? LAYOUT.mark + 4 : LAYOUT.mark - 3, TARGET);
  for (const { level, x, y } of current.marks) pen.mark(level, levels, x, y, LAYOUT.mark, "circle");
}

function bars(functions: readonly FigureFunction[], levels: readonly FigureLevel[], accent: string) {
  const { width, height, ticks, bars: rows } = profileBars(functions, levels.length);
  const draw = (pen: Pen) => {
    for (const bar of rows) {
      const middle = bar.y + bar.height / 2;
      pen.text(bar.lines, 0, bar.labelY, { ...NAME, lineHeight: 18 });
      pen.box(0, bar.y, width, bar.height, 5, { fill: SUNKEN });
      if (bar.current) pen.box(0, bar.y, bar.current.x, bar.height, 5, area(accent));
      else pen.text(m.ui_no_result(), 10, middle, { ...QUIET, middle: true });
      for (const x of ticks) pen.line(x, bar.y, x, bar.y + bar.height, RING);
      if (bar.previous) pen.line(bar.previous.x, bar.y - 3, bar.previous.x, bar.y + bar.height + 3, PREVIOUS);
      if (bar.target) pen.circle(bar.target.x - 16, middle, 14, TARGET);
      if (bar.current) pen.mark(bar.current.level, levels.length, bar.current.x - 16, middle, 10, "circle");
    }
  };
  return { width, height, draw };
}

function legendItems(
  series: FigureSeries,
  functions: readonly FigureFunction[],
  accent: string,
): LegendItem[] {
  const current: LegendItem = {
    label: series.current,
    sign(pen) {
      pen.path("M2 14 9 4h10l7 10Z", area(accent));
      pen.path("M2 14 9 4h10l7 10", outline(accent));
    },
  };
  const none = functions.length >= 3 && functions.some(({ level }) => level === null);
  return [
    current,
    ...(series.previous === undefined
      ? []
      : [{ label: series.previous, sign: (pen: Pen) => pen.line(1, 8, 27, 8, PREVIOUS) }]),
    ...targetItem(series),
    ...(none ? [{ label: m.ui_no_result(), sign: (pen: Pen) => pen.line(1, 8, 27, 8, NO_AXIS) }] : []),
  ];
}

/** The entry for targets, the same in every figure: a hollow ring. */
export function targetItem({ target }: FigureSeries): LegendItem[] {
  return target === undefined ? [] : [{ label: target, sign: (pen) => pen.circle(14, 8, 6, TARGET) }];
}
