import { estimateWidth, wrapLabel } from "~/report/figures/text-layout";

/** A box in inches. */
export type Box = { x: number; y: number; w: number; h: number };

const POINTS = 72;
const LINE = 1.22;

/**
 * A text at the largest size (in points, from `most` down to `least`) at which it stays inside a box; cut with an
 * ellipsis where even the smallest is too large. Slides do not shrink text until somebody edits it, so this is known
 * beforehand; the widths are those of a wider typeface than the slides', so it errs to the small side.
 */
export function fitText(
  text: string,
  { w, h }: Pick<Box, "w" | "h">,
  { most, least }: { most: number; least: number },
): { text: string; fontSize: number } {
  for (let size = most; size >= least; size -= 0.5) {
    if (linesOf(text, w, size) * size * LINE <= h * POINTS) return { text, fontSize: size };
  }
  let end = text.length;
  while (end > 1 && linesOf(`${text.slice(0, end)}…`, w, least) * least * LINE > h * POINTS) {
    end = Math.floor(end * 0.9);
  }
  return { text: `${text.slice(0, end).trimEnd()}…`, fontSize: least };
}

/** How high a text is at a size, in inches. */
export function heightOf(text: string, w: number, size: number): number {
  return (linesOf(text, w, size) * size * LINE) / POINTS;
}

/** Heights for boxes one below another: as wanted, or all smaller by the same share where that is more than there is. */
export function shareHeight(wanted: readonly number[], room: number): number[] {
  const scale = Math.min(1, room / wanted.reduce((sum, height) => sum + height, 0));
  return wanted.map((height) => height * scale);
}

function linesOf(text: string, w: number, size: number): number {
  const width = w * POINTS;
  return text.split("\n").reduce((sum, line) => sum + lineCount(line, width, size), 0);
}

function lineCount(line: string, width: number, size: number): number {
  // Exact breaks only matter for short texts; long ones are told by their width alone, which is far quicker.
  if (line.length <= 400) return wrapLabel(line, width, size).length;
  return Math.ceil((estimateWidth(line, size) / width) * 1.08);
}
