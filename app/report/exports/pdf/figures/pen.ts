import { levelColours } from "../../colours";
import type { FontWeight } from "../../fonts";
import type { Paint } from "../ink";
import { INK, MUTED, WHITE } from "../look";
import type { Sheet } from "../sheet";

export type TextOptions = {
  anchor?: "start" | "middle" | "end";
  weight?: FontWeight;
  colour?: string;
  size?: number;
  lineHeight?: number;
  /** Around the given height instead of standing on it. */
  middle?: boolean;
};

/** Draws in the units of a figure's geometry, somewhere on the page at some scale. */
export class Pen {
  constructor(
    readonly sheet: Sheet,
    readonly left: number,
    readonly top: number,
    readonly scale: number,
  ) {}

  /** The same pen with its origin moved. */
  moved(x: number, y: number): Pen {
    return new Pen(this.sheet, this.left + x * this.scale, this.top + y * this.scale, this.scale);
  }

  box(x: number, y: number, width: number, height: number, radius: number, paint: Paint): void {
    const { scale: k } = this;
    this.sheet.ink.box(
      this.left + x * k,
      this.top + y * k,
      width * k,
      height * k,
      radius * k,
      this.scaled(paint),
    );
  }

  circle(x: number, y: number, radius: number, paint: Paint): void {
    const { scale: k } = this;
    this.sheet.ink.circle(this.left + x * k, this.top + y * k, radius * k, this.scaled(paint));
  }

  line(x1: number, y1: number, x2: number, y2: number, paint: Paint): void {
    const { left, top, scale: k } = this;
    this.sheet.ink.line(left + x1 * k, top + y1 * k, left + x2 * k, top + y2 * k, this.scaled(paint));
  }

  path(data: string, paint: Paint): void {
    this.sheet.ink.path(data, this.left, this.top, this.scale, this.scaled(paint));
  }

  text(lines: string | readonly string[], x: number, y: number, options: TextOptions = {}): void {
    const {
      anchor = "start",
      weight = 400,
      colour = INK,
      size = 14,
      lineHeight = 18.2,
      middle = false,
    } = options;
    const style = { size: size * this.scale, weight, colour };
    for (const [index, text] of [lines].flat().entries()) {
      const [line] = this.sheet.lines(text, style, Number.POSITIVE_INFINITY);
      if (!line) continue;
      const back = anchor === "start" ? 0 : anchor === "end" ? line.width : line.width / 2;
      const down = (index * lineHeight + (middle ? size * 0.355 : 0)) * this.scale;
      this.sheet.drawLine(line, this.left + x * this.scale - back, this.top + y * this.scale + down);
    }
  }

  /** The number of a level on its colour. */
  mark(
    level: number,
    levels: number,
    x: number,
    y: number,
    half: number,
    shape: "square" | "circle" = "square",
  ): void {
    const { fill, text } = levelColours(level, levels);
    const paint: Paint = { fill, stroke: WHITE, width: 1.5 };
    if (shape === "circle") this.circle(x, y, half, paint);
    else this.box(x - half, y - half, 2 * half, 2 * half, half * 0.45, paint);
    this.text(String(level), x, y, { anchor: "middle", weight: 700, colour: text, middle: true });
  }

  private scaled(paint: Paint): Paint {
    const { scale: k } = this;
    const dash = paint.dash && ([paint.dash[0] * k, paint.dash[1] * k] as const);
    return { ...paint, width: (paint.width ?? 1) * k, dash };
  }
}

export const NAME: TextOptions = { weight: 600 };
export const QUIET: TextOptions = { colour: MUTED };
