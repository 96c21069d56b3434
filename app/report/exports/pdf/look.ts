import { hex } from "../colours";
import type { TextStyle } from "./wrap";

/** A4 in points, with the wide margins of something that is read and signed. */
export const PAGE = { width: 595.28, height: 841.89, left: 68, right: 68, top: 92, bottom: 80 } as const;
export const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right;
/** Reading text keeps to about seventy characters a line. */
export const MEASURE = 404;

export const INK = hex("ink");
export const MUTED = hex("ink-muted");
export const LINE = hex("line");
export const STRONG_LINE = hex("line-strong");
export const SUNKEN = hex("sunken");
export const WHITE = "#ffffff";

const style = (size: number, weight: TextStyle["weight"], colour: string): TextStyle => ({
  ...{ size, weight, colour },
});

export const BODY = style(9.5, 400, INK);
export const BODY_MUTED = style(9.5, 400, MUTED);
export const BODY_STRONG = style(9.5, 600, INK);
export const LEAD = style(10, 400, MUTED);
export const SMALL = style(8, 400, MUTED);
export const SMALL_STRONG = style(8, 600, INK);
export const LABEL = style(8.5, 600, MUTED);
export const FINDING = style(11, 400, INK);
export const TITLE = style(28, 700, INK);
export const SUBTITLE = style(14, 400, MUTED);
export const H2 = style(17, 700, INK);
export const H3 = style(13, 700, INK);
export const H4 = style(9.5, 700, INK);

/** From one line to the next. */
export function leading({ size }: TextStyle): number {
  return size >= 16 ? size * 1.22 : size >= 11 ? size * 1.4 : size * 1.5;
}
