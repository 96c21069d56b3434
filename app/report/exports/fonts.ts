import bold from "./fonts/plus-jakarta-sans-bold.ttf?inline";
import regular from "./fonts/plus-jakarta-sans-regular.ttf?inline";
import semibold from "./fonts/plus-jakarta-sans-semibold.ttf?inline";

/**
 * Plus Jakarta Sans as TrueType, one file a weight, for what draws without a browser and reads neither WOFF2 nor
 * variable fonts. Made from the variable font of the pages with fontTools (`fontTools.varLib.instancer`, wght 400, 600
 * and 700); the letters are those of the Latin subset. They travel inside the server's bundle. Licence: fonts/OFL.txt.
 */
export const FONT_FAMILY = "Plus Jakarta Sans";

export type FontWeight = 400 | 600 | 700;

const INLINED: Record<FontWeight, string> = { 400: regular, 600: semibold, 700: bold };
const decoded = new Map<FontWeight, Uint8Array>();

/** The font file of a weight. */
export function fontFile(weight: FontWeight): Uint8Array {
  const known = decoded.get(weight);
  if (known) return known;
  const inlined = INLINED[weight];
  const bytes = new Uint8Array(Buffer.from(inlined.slice(inlined.indexOf(",") + 1), "base64"));
  decoded.set(weight, bytes);
  return bytes;
}
