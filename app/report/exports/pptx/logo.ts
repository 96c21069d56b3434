import type { Brand } from "../brand";
import { pngOf } from "../image/png";
import type { Logo } from "./deck";

/** Pictures drawn from a vector logo are this many times its size, so that they stay sharp on a wall. */
const SHARP = 4;

/** The brand's logo as slides take it, drawn where it is a vector; null without one. */
export async function logoOf({ logo }: Brand): Promise<Logo | null> {
  const png = logo?.png ?? (logo?.svg ? await pngOf(logo.svg, SHARP) : null);
  if (!png) return null;
  const header = new DataView(png.buffer, png.byteOffset);
  return {
    data: `image/png;base64,${Buffer.from(png).toString("base64")}`,
    width: header.getUint32(16),
    height: header.getUint32(20),
  };
}
