/** Colours as "#rrggbb"; nothing else is understood. */

type Channels = readonly [red: number, green: number, blue: number];

const CHANNELS = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i;

/** Linear sRGB, each channel 0..1 (IEC 61966-2-1, as in WCAG 2.2 "relative luminance"). */
export function linear(colour: string): Channels {
  const found = CHANNELS.exec(colour);
  if (!found) throw new RangeError(`${colour} is no colour`);
  const channel = (index: number) => {
    const value = Number.parseInt(found[index] ?? "0", 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(2), channel(3)];
}

/** The way back, each channel to the nearest of 256 steps. */
export function fromLinear(channels: Channels): string {
  const hex = channels.map((value) => {
    const encoded = value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;
    const step = Math.round(Math.min(1, Math.max(0, encoded)) * 255);
    return step.toString(16).padStart(2, "0");
  });
  return `#${hex.join("")}`;
}

/** WCAG 2.2, relative luminance: 0 for black, 1 for white. */
export function luminance(colour: string): number {
  const [red, green, blue] = linear(colour);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.2, contrast ratio: (L1 + 0.05) / (L2 + 0.05) with the lighter colour first, 1..21. */
export function contrastRatio(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** A share (0..1) of the second colour in the first, mixed as light. */
export function mix(colour: string, other: string, share: number): string {
  const [from, to] = [linear(colour), linear(other)];
  const between = (index: 0 | 1 | 2) => from[index] + (to[index] - from[index]) * share;
  return fromLinear([between(0), between(1), between(2)]);
}

/**
 * The same hue at another OKLCH lightness (0..1), with as much of its chroma as sRGB has there (Ottosson 2020; CSS
 * Color 4, 13.2.1: chroma is reduced until the colour fits).
 */
export function atLightness(colour: string, lightness: number): string {
  const [, a, b] = oklab(linear(colour));
  for (let share = 1; share > 0; share -= 0.02) {
    const tried = fromOklab(lightness, a * share, b * share);
    if (tried.every((channel) => channel >= 0 && channel <= 1)) return fromLinear(tried);
  }
  return fromLinear(fromOklab(lightness, 0, 0));
}

/** OKLCH lightness, 0 for black and 1 for white. */
export function lightnessOf(colour: string): number {
  return oklab(linear(colour))[0];
}

function oklab([red, green, blue]: Channels): [lightness: number, a: number, b: number] {
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function fromOklab(lightness: number, a: number, b: number): Channels {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}
