import { type FigureFunction, round } from "./figure-data";
import { wrapLabel } from "./text-layout";

export type Point = { x: number; y: number };

/** Sizes in the units of the drawing. Labels are names where there is room, else numbers with a list below. */
export type RadarLayout = {
  width: number;
  radius: number;
  fontSize: number;
  mark: number;
  labels: "names" | "numbers";
};

export type RadarLabel = Point & { key: string; lines: string[]; anchor: "start" | "middle" | "end" };
export type RadarMark = Point & { key: string; level: number };

export type RadarGeometry = {
  width: number;
  height: number;
  centre: Point;
  /** One circle a level: its radius, and where the level is written. */
  rings: (Point & { level: number; radius: number })[];
  axes: (Point & { key: string; hasResult: boolean })[];
  labels: RadarLabel[];
  current: RadarSeries;
  previous: RadarSeries;
  targets: (RadarMark & { met: boolean })[];
};

/** A series: filled areas, the lines around them, a mark on every axis that has a level. */
export type RadarSeries = { areas: string[]; lines: string[]; marks: RadarMark[] };

const LINE_HEIGHT = 1.3;

/**
 * The radar of at least three functions: straight up the levels are written, and the functions follow clockwise
 * at even angles; level k of q lies at k/q of the radius. Where a level is null the line is interrupted and the
 * area is left open.
 * Throws RangeError for fewer than three functions.
 */
export function radarGeometry(
  functions: readonly FigureFunction[],
  levels: number,
  layout: RadarLayout,
): RadarGeometry {
  if (functions.length < 3) throw new RangeError("a radar needs three functions or more");
  const at = (index: number, distance: number): Point => {
    const angle = (2 * Math.PI * (index + 1)) / (functions.length + 1) - Math.PI / 2;
    return { x: round(distance * Math.cos(angle)), y: round(distance * Math.sin(angle)) };
  };
  const onLevel = (index: number, level: number) => at(index, (layout.radius * level) / levels);
  const points = (pick: (item: FigureFunction) => number | null | undefined) =>
    functions.map((item, index): RadarMark | null => {
      const level = pick(item) ?? null;
      return level === null ? null : { ...onLevel(index, level), key: item.key, level };
    });
  const labels = functions.map((item, index) => label(item, index, at, layout));
  const all = Array.from({ length: levels }, (_, index) => index + 1);
  const { top, bottom } = extent(labels, layout);
  return {
    width: layout.width,
    height: round(bottom - top),
    centre: { x: layout.width / 2, y: round(-top) },
    rings: all.map((level) => {
      const radius = round((layout.radius * level) / levels);
      return { level, radius, x: 0, y: -radius };
    }),
    axes: functions.map((item, index) => ({
      ...at(index, layout.radius),
      key: item.key,
      hasResult: item.level !== null,
    })),
    labels,
    current: series(points((item) => item.level)),
    previous: series(points((item) => item.previous)),
    targets: points((item) => item.target).flatMap((mark, index) =>
      mark ? [{ ...mark, met: functions[index]?.level === mark.level }] : [],
    ),
  };
}

function label(
  item: FigureFunction,
  index: number,
  at: (index: number, distance: number) => Point,
  { width, radius, fontSize, mark, labels }: RadarLayout,
): RadarLabel {
  const { x, y } = at(index, radius + mark + fontSize * 0.85);
  const middle = Math.abs(x) < radius * 0.2;
  const anchor = labels === "numbers" || middle ? "middle" : x > 0 ? "start" : "end";
  const room = middle ? width * 0.45 : width / 2 - Math.abs(x);
  const lines = labels === "numbers" ? [String(index + 1)] : wrapLabel(item.name, room, fontSize);
  // A block of lines grows away from the centre: up at the top, down at the bottom, both ways at the sides.
  const growth = (y / (radius + mark + fontSize)) * ((lines.length - 1) / 2) * fontSize * LINE_HEIGHT;
  const first = y + growth - ((lines.length - 1) / 2) * fontSize * LINE_HEIGHT + fontSize * 0.36;
  return { key: item.key, lines, anchor, x, y: round(first) };
}

function extent(labels: RadarLabel[], { fontSize, radius, mark }: RadarLayout) {
  const tops = labels.map((one) => one.y - fontSize);
  const bottoms = labels.map(
    (one) => one.y + (one.lines.length - 1) * fontSize * LINE_HEIGHT + fontSize * 0.4,
  );
  return { top: Math.min(...tops, -radius - mark) - 4, bottom: Math.max(...bottoms) + 4 };
}

/** Unbroken stretches of a circle of points; one closed stretch where no point is missing. */
function series(points: (RadarMark | null)[]): RadarSeries {
  const marks = points.filter((point) => point !== null);
  if (marks.length === points.length) return { areas: [closed(marks)], lines: [closed(marks)], marks };
  const stretches = runs(points).filter((run) => run.length > 1);
  return {
    areas: stretches.map((run) => `M0 0L${run.map(pair).join("L")}Z`),
    lines: stretches.map((run) => `M${run.map(pair).join("L")}`),
    marks,
  };
}

function runs(points: (RadarMark | null)[]): RadarMark[][] {
  const gap = points.indexOf(null);
  const turned = [...points.slice(gap), ...points.slice(0, gap)];
  const found: RadarMark[][] = [];
  let run: RadarMark[] = [];
  for (const point of [...turned, null]) {
    if (point) run.push(point);
    else if (run.length > 0) {
      found.push(run);
      run = [];
    }
  }
  return found;
}

const pair = ({ x, y }: Point) => `${x} ${y}`;
const closed = (points: Point[]) => `M${points.map(pair).join("L")}Z`;
