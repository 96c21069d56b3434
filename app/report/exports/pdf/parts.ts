import { levelColours } from "../colours";
import {
  BODY,
  H2,
  H3,
  INK,
  LEAD,
  LINE,
  leading,
  MEASURE,
  MUTED,
  PAGE,
  STRONG_LINE,
  TEXT_WIDTH,
} from "./look";
import { baselineOf, type Sheet } from "./sheet";
import { textWidth } from "./typeface";
import type { TextStyle } from "./wrap";

/** The side of the square that stands for a level, for text of a size. */
export const squareSide = (size: number) => Math.round(size * 1.75 * 10) / 10;

/** A level as a square with its number; without a level a dashed one. `top` is that of the square. */
export function drawSquare(
  sheet: Sheet,
  level: number | null,
  levels: number,
  x: number,
  top: number,
  side: number,
) {
  const { fill, text } = levelColours(level, levels);
  const dash = [side * 0.14, side * 0.12] as const;
  const edge = level === null ? { stroke: STRONG_LINE, width: 0.8, dash } : { stroke: LINE, width: 0.6 };
  sheet.ink.box(x + 0.4, top + 0.4, side - 0.8, side - 0.8, side * 0.25, { fill, ...edge });
  const style: TextStyle = { size: side * 0.55, weight: 700, colour: text };
  centred(sheet, level === null ? "–" : String(level), style, x + side / 2, top + side / 2);
}

/** One line of text around a point. */
export function centred(sheet: Sheet, text: string, style: TextStyle, x: number, y: number): void {
  const [line] = sheet.lines(text, style, TEXT_WIDTH);
  if (line) sheet.drawLine(line, x - line.width / 2, y + style.size * 0.355);
}

/** The square with the name of the level beside it. Gives the height. */
export function drawChip(
  sheet: Sheet,
  level: number | null,
  { levels, name, style }: { levels: number; name: string; style: TextStyle },
  { x, top, width }: { x: number; top: number; width: number },
): number {
  const side = squareSide(style.size);
  const text = sheet.lines(name, style, width - side - style.size * 0.7);
  const height = Math.max(side, text.length * leading(style));
  drawSquare(sheet, level, levels, x, top + (height - side) / 2, side);
  const first = top + (height - text.length * leading(style)) / 2 + baselineOf(style);
  for (const [index, line] of text.entries()) {
    sheet.drawLine(line, x + side + style.size * 0.7, first + index * leading(style));
  }
  return height;
}

/** How wide a chip is on one line. */
export function chipWidth(name: string, style: TextStyle): number {
  return (
    squareSide(style.size) + style.size * 0.7 + textWidth(name, style.weight, style.size, style.tabular) + 0.1
  );
}

/** A thin line across, which decorates only. */
export function rule(sheet: Sheet, y: number, colour = LINE, x = PAGE.left, width = TEXT_WIDTH): void {
  sheet.ink.artifact(() => sheet.ink.line(x, y, x + width, y, { stroke: colour, width: 0.6 }));
}

/** A chapter: its heading, an entry in the outline, what it is about; then what `draw` fills it with. */
export async function chapter(
  sheet: Sheet,
  { id, title, lead, keep = 90 }: { id: string; title: string; lead?: string; keep?: number },
  draw: () => void | Promise<void>,
): Promise<void> {
  await sheet.rest();
  sheet.space(34);
  const head = sheet.heightOf(title, H2, TEXT_WIDTH) + (lead ? sheet.heightOf(lead, LEAD, MEASURE) + 4 : 0);
  sheet.ensure(head + 14 + keep);
  sheet.ink.open("Sect");
  sheet.mark(id);
  sheet.ink.bookmark(title, 0, sheet.y - 12);
  sheet.text(title, H2, { tag: "H2", width: TEXT_WIDTH, after: 4 });
  if (lead) sheet.text(lead, LEAD);
  sheet.space(12);
  await draw();
  sheet.ink.close();
}

/** A heading inside a chapter that stays with what follows. */
export function subheading(sheet: Sheet, title: string, keep = 60): void {
  sheet.space(16);
  sheet.ensure(leading(H3) + keep);
  sheet.text(title, { ...H3, size: 11.5 }, { tag: "H3", after: 4, width: TEXT_WIDTH });
}

type ListOptions = { style?: TextStyle; numbered?: boolean; x?: number; width?: number; gap?: number };

/** Sentences one below the other, each with a dot or its number. */
export function list(sheet: Sheet, items: readonly string[], options: ListOptions = {}): void {
  const { style = BODY, numbered = false, x = PAGE.left, width = MEASURE, gap = 4 } = options;
  if (items.length === 0) return;
  const indent = numbered ? 18 : 12;
  sheet.ink.open("L");
  for (const [index, item] of items.entries()) {
    sheet.ensure(leading(style) * Math.min(2, sheet.lines(item, style, width - indent).length));
    sheet.ink.open("LI");
    sheet.within("Lbl", () => {
      const top = sheet.y;
      if (numbered) sheet.textAt(`${index + 1}`, { ...style, weight: 700, colour: MUTED }, x, top, indent);
      else sheet.ink.circle(x + 3, top + leading(style) / 2, 1.4, { fill: numbered ? INK : MUTED });
    });
    sheet.text(item, style, { tag: "LBody", x: x + indent, width: width - indent, after: gap });
    sheet.ink.close();
  }
  sheet.ink.close();
}
