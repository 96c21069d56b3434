import { PAGE, TEXT_WIDTH } from "../look";
import type { Sheet } from "../sheet";
import { type LegendItem, legend } from "./legend";
import { Pen } from "./pen";

export type FigureInput = {
  /** What is to be seen, in words. */
  alt: string;
  /** The size of the drawing in its own units. */
  width: number;
  height: number;
  draw: (pen: Pen) => void;
  items: readonly LegendItem[];
  left?: number;
  /** On the page, in points. */
  room?: number;
};

/** The most of a page that a figure takes: a long one is made smaller rather than cut. */
const MOST = PAGE.height - PAGE.top - PAGE.bottom - 90;

/** The scale at which a drawing of that size is put on the page. */
export function scaleOf({
  width,
  height,
  room = TEXT_WIDTH,
}: Pick<FigureInput, "width" | "height" | "room">): number {
  return Math.min(room / width, MOST / height);
}

/** A drawing and what its signs mean, at the present height. Moves on to a new page where it does not fit. */
export function figure(sheet: Sheet, input: FigureInput): void {
  const { alt, width, height, draw, items, left = PAGE.left, room = TEXT_WIDTH } = input;
  const scale = scaleOf(input);
  sheet.ensure(height * scale + 36);
  const top = sheet.y;
  const box: [number, number, number, number] = [left, top, left + width * scale, top + height * scale];
  sheet.within("Figure", () => draw(new Pen(sheet, left, top, scale)), { alt, box });
  sheet.y = top + height * scale + 8;
  sheet.y += legend(sheet, items, left, sheet.y, room) + 4;
}
