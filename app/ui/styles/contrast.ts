import { contrastRatio, type LinearRgb, luminanceOf, oklabToLinear } from "./oklab";

export type Oklch = [lightness: number, chroma: number, hue: number];
export type Colours = Map<string, Oklch>;

const DARK = "@media screen and (prefers-color-scheme: dark)";

/** The named colours of a stylesheet (--color-x: oklch(...)), in the light and, over them, in the dark. */
export function coloursOf(css: string): { light: Colours; dark: Colours } {
  const [lightCss = "", darkCss = ""] = css.split(DARK);
  const light = named(lightCss);
  return { light, dark: new Map([...light, ...named(darkCss)]) };
}

function named(css: string): Colours {
  const pattern = /--color-([\w-]+):\s*oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/g;
  return new Map(
    [...css.matchAll(pattern)].map((m) => [m[1] ?? "", [Number(m[2]), Number(m[3]), Number(m[4])]]),
  );
}

/** The colour of that name; throws an error that says which one is missing. */
export function colour(colours: Colours, name: string): Oklch {
  const value = colours.get(name);
  if (!value) throw new Error(`no colour named ${name}`);
  return value;
}

/** OKLCH to linear sRGB, each channel 0..1 where the colour is inside sRGB. */
export function linearRgb([lightness, chroma, hue]: Oklch): LinearRgb {
  const angle = (hue * Math.PI) / 180;
  return oklabToLinear(lightness, chroma * Math.cos(angle), chroma * Math.sin(angle));
}

/** The contrast ratio of two named colours, 1..21 (WCAG 2.2). */
export function contrast(colours: Colours, one: string, other: string): number {
  const luminance = (name: string) => luminanceOf(linearRgb(colour(colours, name)));
  return contrastRatio(luminance(one), luminance(other));
}
