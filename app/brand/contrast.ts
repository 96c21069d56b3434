import { type LinearRgb, luminanceOf, oklabToLinear, contrastRatio as ratioOf } from "~/ui/styles/oklab";

/** Colours as "#rrggbb"; nothing else is understood. */

const CHANNELS = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i;

/** Linear sRGB, each channel 0..1 (IEC 61966-2-1, as in WCAG 2.2 "relative luminance"). */
export function linear(colour: string): LinearRgb {
  const found = CHANNELS.exec(colour);
  if (!found) throw new RangeError(`${colour} is no colour`);
  const channel = (index: number) => {
    const value = Number.parseInt(found[index] ?? "0", 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(2), channel(3)];
}

/** The way back, each channel to the nearest of 256 steps. */
export function fromLinear(channels: LinearRgb): string {
  const hex = channels.map((value) => {
    const encoded = value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;
    const step = Math.round(Math.min(1, Math.max(0, encoded)) * 255);
    return step.toString(16).padStart(2, "0");
  });
  return `#${hex.join("")}`;
}

/** WCAG 2.2, relative luminance: 0 for black, 1 for white. */
export function luminance(colour: string): number {
  return luminanceOf(linear(colour));
}

/** WCAG 2.2, contrast ratio: (L1 + 0.05) / (L2 + 0.05) with the lighter colour first, 1..21. */
export function contrastRatio(one: string, other: string): number {
  return ratioOf(luminance(one), luminance(other));
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
    const tried = oklabToLinear(lightness, a * share, b * share);
    if (tried.every((channel) => channel >= 0 && channel <= 1)) return fromLinear(tried);
  }
  return fromLinear(oklabToLinear(lightness, 0, 0));
}

/** OKLCH lightness, 0 for black and 1 for white. */
export function lightnessOf(colour: string): number {
  return oklab(linear(colour))[0];
}

function oklab([red, green, blue]: LinearRgb): [lightness: number, a: number, b: number] {
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}
