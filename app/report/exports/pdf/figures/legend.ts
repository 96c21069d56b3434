import { MUTED, SMALL } from "../look";
import type { Sheet } from "../sheet";
import { textWidth } from "../typeface";
import { Pen } from "./pen";

/** A sign, drawn in 28 by 16 units, and what it means. */
export type LegendItem = { label: string; sign: (pen: Pen) => void };

const STYLE = { ...SMALL, colour: MUTED };
const SIGN = 22;
const LINE = 15;

/** What the signs of a figure mean, as many on a line as fit. Gives the height. */
export function legend(
  sheet: Sheet,
  items: readonly LegendItem[],
  left: number,
  top: number,
  width: number,
): number {
  let x = left;
  let y = top;
  for (const { label, sign } of items) {
    const long = SIGN + textWidth(label, STYLE.weight, STYLE.size);
    if (x > left && x + long > left + width) {
      x = left;
      y += LINE;
    }
    sheet.within("P", () => {
      const scale = 16 / 28;
      sign(new Pen(sheet, x, y + (LINE - 16 * scale) / 2, scale));
      y += sheet.textAt(label, STYLE, x + SIGN, y + 1.5, left + width - x - SIGN) - LINE + 3;
    });
    x += long + 16;
  }
  return y + LINE - top;
}
