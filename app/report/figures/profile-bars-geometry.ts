import { type FigureFunction, round } from "./figure-data";
import { wrapLabel } from "./text-layout";

export type ProfileBar = {
  key: string;
  lines: string[];
  /** Baseline of the first line of the name, which stands above its bar. */
  labelY: number;
  y: number;
  height: number;
  current: BarEnd | null;
  previous: BarEnd | null;
  target: BarEnd | null;
};

type BarEnd = { level: number; x: number };

const WIDTH = 340;
const HEIGHT = 32;
const FONT = 14;
const LINE = 18;

/** One bar a function: level k of q reaches k/q of the width. Ticks stand between the levels. */
export function profileBars(functions: readonly FigureFunction[], levels: number) {
  const end = (level: number | null | undefined): BarEnd | null =>
    level == null ? null : { level, x: round((WIDTH * level) / levels) };
  let y = 0;
  const bars = functions.map((item): ProfileBar => {
    const lines = wrapLabel(item.name, WIDTH, FONT);
    const labelY = y + FONT;
    const top = y + lines.length * LINE + 6;
    y = top + HEIGHT + 20;
    const ends = { current: end(item.level), previous: end(item.previous), target: end(item.target) };
    return { key: item.key, lines, labelY, y: top, height: HEIGHT, ...ends };
  });
  const ticks = Array.from({ length: levels - 1 }, (_, index) => round((WIDTH * (index + 1)) / levels));
  return { width: WIDTH, height: Math.max(y - 12, 1), ticks, bars };
}
