import type { Piece } from "./wrap";

/** How a shape is drawn; lengths in points, colours as "#rrggbb". */
export type Paint = {
  fill?: string;
  fillOpacity?: number;
  stroke?: string;
  width?: number;
  dash?: readonly [on: number, off: number];
  /** Round ends and corners of lines. */
  round?: boolean;
};

/** The kinds of structure that a reader hears (ISO 32000-1, 14.8.4). */
export type Tag =
  | "Document"
  | "Sect"
  | "H1"
  | "H2"
  | "H3"
  | "H4"
  | "P"
  | "L"
  | "LI"
  | "Lbl"
  | "LBody"
  | "TOC"
  | "TOCI"
  | "Table"
  | "Caption"
  | "TR"
  | "TH"
  | "TD"
  | "Figure"
  | "BlockQuote"
  | "Link"
  | "Span";

export type TagOptions = {
  /** What is to be seen, in words. */
  alt?: string;
  /** Left, top, right, bottom. */
  box?: [number, number, number, number];
  scope?: "Row" | "Column";
};

/**
 * What a document is drawn with. Every mark goes through it, so the same code draws the document, counts its pages
 * beforehand, and is watched by the tests. Points from the top left corner of the page.
 */
export type Ink = {
  /** Begins a page. */
  page(): void;
  text(piece: Piece, x: number, baseline: number): void;
  box(x: number, y: number, width: number, height: number, radius: number, paint: Paint): void;
  circle(x: number, y: number, radius: number, paint: Paint): void;
  line(x1: number, y1: number, x2: number, y2: number, paint: Paint): void;
  /** An SVG path in units of its own, placed at x and y and scaled. */
  path(data: string, x: number, y: number, scale: number, paint: Paint): void;
  picture(png: Uint8Array, x: number, y: number, width: number, height: number): void;
  /** What follows, up to `close`, is a part of the document of this kind. */
  open(tag: Tag, options?: TagOptions): void;
  close(): void;
  /** Draws what only decorates or repeats, which nobody needs to hear. */
  artifact(draw: () => void, kind?: "Pagination" | "Layout"): void;
  /** A place that links lead to. */
  target(name: string, y: number): void;
  /** Makes an area of the open "Link" lead to a place. */
  jump(x: number, y: number, width: number, height: number, to: string, words: string): void;
  /** An entry of the outline beside the pages; depth 0 is the outermost. */
  bookmark(title: string, depth: number, y: number): void;
};

/** Draws nothing: for finding out where everything comes to stand. */
export function blindInk(): Ink {
  const nothing = () => {};
  return {
    ...{ page: nothing, text: nothing, box: nothing, circle: nothing, line: nothing, path: nothing },
    ...{ picture: nothing, open: nothing, close: nothing, target: nothing, jump: nothing, bookmark: nothing },
    artifact: (draw) => draw(),
  };
}
