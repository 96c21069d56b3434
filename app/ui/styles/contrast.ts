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

/** OKLCH to linear sRGB, each channel 0..1 where the colour is inside sRGB (Ottosson 2020; CSS Color 4). */
export function linearRgb([lightness, chroma, hue]: Oklch): [number, number, number] {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

/** The contrast ratio of two named colours, 1..21 (WCAG 2.2). */
export function contrast(colours: Colours, one: string, other: string): number {
  const luminance = (name: string) => {
    const [r, g, b] = linearRgb(colour(colours, name));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}
