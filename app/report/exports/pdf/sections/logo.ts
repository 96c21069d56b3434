import { STROKES } from "~/ui/mark";
import { INK } from "../look";
import type { Sheet } from "../sheet";
import { textWidth } from "../typeface";
import type { TextStyle } from "../wrap";

/** The brand's picture or, without one, the mark; beside it the name. `size` is the height. */
export function drawLogo(
  sheet: Sheet,
  x: number,
  top: number,
  size: number,
  { named }: { named: boolean },
): void {
  const { logo, name, accent } = sheet.brand;
  const shape = logo?.png ? pngSize(logo.png) : null;
  const width = logo?.png && shape ? Math.min((size * shape.width) / shape.height, size * 6) : size;
  if (logo?.png && shape) {
    const height = (width * shape.height) / shape.width;
    if (named) sheet.ink.picture(logo.png, x, top + (size - height) / 2, width, height);
  } else {
    for (const data of STROKES.map(strokePath)) {
      sheet.ink.path(data, x, top, size / 32, { stroke: accent, width: (size / 32) * 2.6, round: true });
    }
  }
  const style: TextStyle = { size: size * 0.62, weight: 700, colour: INK };
  if (named)
    sheet.textAt(
      name,
      style,
      x + width + size * 0.35,
      top + size * 0.04,
      textWidth(name, 700, style.size) + 1,
    );
}

function strokePath({ x, from, to }: (typeof STROKES)[number]): string {
  return `M${x} ${from}C${x + 7} ${from} ${x + 6} ${to} 18 ${to}H30`;
}

/** Width and height of a PNG, from its first chunk; null for what is none. */
function pngSize(png: Uint8Array): { width: number; height: number } | null {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  if (png.byteLength < 24 || view.getUint32(0) !== 0x89504e47) return null;
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  return width > 0 && height > 0 ? { width, height } : null;
}
