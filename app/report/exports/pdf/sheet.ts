import type { Brand } from "../brand";
import type { Ink, Tag, TagOptions } from "./ink";
import { leading, MEASURE, PAGE, TEXT_WIDTH } from "./look";
import { type Line, type Span, type TextStyle, wrap } from "./wrap";

/** What drawing the document once has found out: how many pages it has, and on which one each place is. */
export type Plan = { pages: number; places: ReadonlyMap<string, number>; boxes: number };

/** How long the drawing may go on before others have their turn, in milliseconds. */
const TURN = 8;

export type TextOptions = {
  tag?: Tag | null;
  x?: number;
  width?: number;
  /** Room below. */
  after?: number;
  /** Never broken over two pages. */
  whole?: boolean;
  /** The colour of a line down the left side, on every page that the text reaches. */
  edge?: string;
  /** Where that line is, if not close to the text; it then goes on to the next text. */
  edgeAt?: number;
};

/** The page being filled, from top to bottom, and how the next one begins. */
export class Sheet {
  y: number = PAGE.top;
  page = 0;
  /** Characters so far that no face has. */
  boxes = 0;
  readonly places = new Map<string, number>();
  private turn = performance.now();

  constructor(
    readonly ink: Ink,
    readonly brand: Brand,
    /** Null while it is being made. */
    readonly plan: Plan | null,
    /** Draws what every page has at its edges. */
    private readonly frame: (sheet: Sheet) => void,
  ) {}

  get room(): number {
    return PAGE.height - PAGE.bottom - this.y;
  }

  /** The number of the page on which a place is; 0 while that is not known. */
  pageOf(place: string): number {
    return this.plan?.places.get(place) ?? 0;
  }

  nextPage(): void {
    this.ink.page();
    this.page++;
    this.y = PAGE.top;
    this.ink.artifact(() => this.frame(this), "Pagination");
  }

  /** Begins a page where so much does not fit on this one; never on an empty page. */
  ensure(height: number): void {
    if (height > this.room && this.y > PAGE.top) this.nextPage();
  }

  space(height: number): void {
    if (this.y > PAGE.top) this.y += height;
  }

  /** A place that links lead to, at the present height. */
  mark(name: string): void {
    this.places.set(name, this.page);
    this.ink.target(name, Math.max(0, this.y - 24));
  }

  within(tag: Tag, draw: () => void, options?: TagOptions): void {
    this.ink.open(tag, options);
    draw();
    this.ink.close();
  }

  /** Text in lines that break over pages, never leaving a single line behind or ahead. */
  text(content: string | readonly Span[], style: TextStyle, options: TextOptions = {}): void {
    const {
      tag = "P",
      x = PAGE.left,
      width = Math.min(MEASURE, TEXT_WIDTH),
      after = 0,
      whole = false,
    } = options;
    const lines = this.lines(content, style, width);
    const step = leading(style);
    if (whole) this.ensure(lines.length * step);
    if (tag) this.ink.open(tag);
    let from = this.y;
    for (const [index, line] of lines.entries()) {
      if (this.mustBreak(index, lines.length, step)) {
        this.edge(options, from, x);
        this.nextPage();
        from = this.y;
      }
      this.drawLine(line, x, this.y + baselineOf(style));
      this.y += step;
    }
    if (tag) this.ink.close();
    this.edge(options, from, x);
    this.y += after;
  }

  /** Whether a line goes to the next page: where it has no room, or would stand alone before or after the break. */
  private mustBreak(index: number, count: number, step: number): boolean {
    const fits = Math.floor(this.room / step + 1e-6);
    const left = count - index;
    if (fits < 1) return true;
    return this.y > PAGE.top && fits < 2 && ((index === 0 && left > 1) || (index > 0 && left === 2));
  }

  private edge({ edge, edgeAt, after = 0 }: TextOptions, from: number, x: number): void {
    if (!edge || this.y <= from) return;
    const at = edgeAt ?? x - 12;
    const top = edgeAt === undefined ? from + 2 : from;
    const to = edgeAt === undefined ? this.y - 2 : Math.min(this.y + after, PAGE.height - PAGE.bottom);
    this.ink.artifact(() => this.ink.line(at, top, at, to, { stroke: edge, width: 1.2 }));
  }

  /** Text at a place of its own, which does not move what follows. Gives its height. */
  textAt(content: string | readonly Span[], style: TextStyle, x: number, top: number, width: number): number {
    const lines = this.lines(content, style, width);
    for (const [index, line] of lines.entries()) {
      this.drawLine(line, x, top + baselineOf(style) + index * leading(style));
    }
    return lines.length * leading(style);
  }

  /** Text that ends at x. */
  textRight(content: string, style: TextStyle, x: number, top: number): void {
    const [line] = this.lines(content, style, TEXT_WIDTH);
    if (line) this.drawLine(line, x - line.width, top + baselineOf(style));
  }

  lines(content: string | readonly Span[], style: TextStyle, width: number): Line[] {
    return wrap(typeof content === "string" ? [{ ...style, text: content }] : content, width);
  }

  heightOf(content: string | readonly Span[], style: TextStyle, width: number): number {
    return this.lines(content, style, width).length * leading(style);
  }

  drawLine({ pieces }: Line, left: number, baseline: number): void {
    let x = left;
    for (const piece of pieces) {
      if (!piece.face) this.boxes++;
      const { to, size } = piece.span;
      if (to) this.ink.open("Link");
      this.ink.text(piece, x, baseline);
      if (to) {
        this.ink.jump(x, baseline - size, piece.width, size * 1.35, to, piece.text);
        this.ink.close();
      }
      x += piece.width;
    }
  }

  /** Gives others their turn where the drawing has gone on for long. */
  async rest(): Promise<void> {
    if (performance.now() - this.turn < TURN) return;
    await new Promise((resolve) => setImmediate(resolve));
    this.turn = performance.now();
  }
}

/** From the top of a line to its baseline. */
export function baselineOf(style: TextStyle): number {
  return leading(style) / 2 + style.size * 0.355;
}
