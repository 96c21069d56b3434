import { type LevelColumns, levelColumns } from "./column-layout";
import { type FigureFunction, type FigureLevel, round } from "./figure-data";
import type { GridLayout } from "./heat-map-geometry";
import { wrapLabel } from "./text-layout";

export type LadderDot = { x: number; y: number; r: number };

export type LadderMark = {
  level: number;
  x: number;
  /** True where it falls on a mark that is already there and is drawn around it. */
  around: boolean;
};

export type LadderRow = {
  key: string;
  n: number;
  lines: string[];
  /** Baseline of the first line of the name; "no result", where it is so, stands one line below the last. */
  labelY: number;
  top: number;
  height: number;
  /** The height of the track. */
  y: number;
  dots: LadderDot[];
  level: LadderMark | null;
  previous: LadderMark | null;
  target: LadderMark | null;
  /** The stretch between the previous level and this one, where it moved. */
  move: { from: number; to: number } | null;
};

export type LadderGeometry = {
  width: number;
  height: number;
  columns: LevelColumns;
  headerY: number;
  /** Half the side of the square that marks a level. */
  half: number;
  rows: LadderRow[];
};

const HALF = 12;
const DOT = 3.6;
const PITCH = 9;
const STACK = 3;
/** Above this many judgments on one level they are one circle, its area by their share. */
const MOST_DOTS = 9;
const LARGEST = 13;
/** How far the marks around the level's square reach from the track. */
const REACH = HALF + 6;
const PADDING = 8;
/** From the track up to the middle of the lowest dots. */
const TO_DOTS = REACH + DOT + 2.5;
const ABOVE_TRACK = TO_DOTS + (STACK - 1) * PITCH + DOT + PADDING;
const BELOW_TRACK = REACH + PADDING;

/** One track a function with a stop for each level: the panel's judgments as dots, the level marked. */
export function ladderGeometry(
  functions: readonly FigureFunction[],
  levels: readonly FigureLevel[],
  layout: GridLayout,
): LadderGeometry {
  const { width, labelWidth, endWidth, fontSize } = layout;
  const columns = levelColumns(levels, { left: labelWidth, right: width - endWidth, fontSize });
  const lineHeight = fontSize * 1.3;
  const sized = functions.some((item) => !drawnAsDots(item.distribution, columns.width));
  let top = fontSize + columns.nameLines * lineHeight + 16;
  const rows = functions.map((item): LadderRow => {
    const lines = wrapLabel(item.name, labelWidth === 0 ? width : labelWidth - 20, fontSize);
    // The line below the name says "no result".
    const rowLines = lines.length + (item.level === null ? 1 : 0);
    const text = rowLines * lineHeight;
    const track = ABOVE_TRACK + BELOW_TRACK;
    const height = labelWidth === 0 ? text + 4 + track : Math.max(track, text + 16);
    const y = round(top + height - BELOW_TRACK);
    const highest = top + fontSize + 6;
    const lowest = top + height - 6 - (rowLines - 1) * lineHeight;
    const beside = y - ((rowLines - 1) / 2) * lineHeight + fontSize * 0.36;
    const labelY = labelWidth === 0 ? highest : Math.max(highest, Math.min(beside, lowest));
    const placed = { top: round(top), height: round(height), y, labelY: round(labelY), lines };
    top += height;
    return {
      ...placed,
      key: item.key,
      n: item.n,
      ...marks(item, columns),
      dots: dots(item, columns, y, sized),
    };
  });
  return { width, height: round(top + 2), columns, headerY: fontSize, half: HALF, rows };
}

function marks(item: FigureFunction, { centres }: LevelColumns) {
  const mark = (
    level: number | null | undefined,
    taken: (number | null | undefined)[],
  ): LadderMark | null => {
    const x = level == null ? undefined : centres[level - 1];
    return level == null || x === undefined ? null : { level, x: round(x), around: taken.includes(level) };
  };
  const level = mark(item.level, []);
  const previous = mark(item.previous, [item.level]);
  const target = mark(item.target, [item.level, item.previous]);
  const move = level && previous && !previous.around ? { from: previous.x, to: level.x } : null;
  return { level, previous, target, move };
}

function drawnAsDots(distribution: readonly number[], room: number): boolean {
  return distribution.every(
    (count) => Number.isInteger(count) && count <= MOST_DOTS && Math.ceil(count / STACK) * PITCH <= room,
  );
}

/** Stacks of at most three rows above the stop, each row centred; or circles, all of them, where there are too many. */
function dots(item: FigureFunction, { centres }: LevelColumns, y: number, sized: boolean): LadderDot[] {
  const base = y - TO_DOTS;
  const total = item.distribution.reduce((sum, count) => sum + count, 0);
  return item.distribution.flatMap((count, index) => {
    const centre = centres[index] ?? 0;
    if (count <= 0) return [];
    if (sized)
      return [
        { x: round(centre), y: round(base - LARGEST + DOT), r: round(LARGEST * Math.sqrt(count / total)) },
      ];
    const wide = Math.ceil(count / STACK);
    const inRow = (row: number) => Math.min(wide, count - row * wide);
    return Array.from({ length: count }, (_, dot) => ({
      x: round(centre + ((dot % wide) - (inRow(Math.floor(dot / wide)) - 1) / 2) * PITCH),
      y: round(base - Math.floor(dot / wide) * PITCH),
      r: DOT,
    }));
  });
}
