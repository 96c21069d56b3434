import { hex, type Theme } from "~/report/exports/colours";
import { atLightness, contrastRatio, lightnessOf, mix } from "./contrast";

/** What text of normal size needs (WCAG 2.2, 1.4.3). */
export const TEXT_CONTRAST = 4.5;

const STEPS = 200;

/** The contrast of a colour on white, 1..21. */
export function onWhite(colour: string): number {
  return contrastRatio(colour, "#ffffff");
}

/** The nearest colour of the same hue, darker or the same, that can be read on white. */
export function readableAccent(colour: string): string {
  return readable(colour, "darker", ["#ffffff"]);
}

/** The tokens of the pages that follow the accent. */
export type PageAccent = Record<"accent" | "accent-strong" | "accent-soft" | "on-accent", string>;

/**
 * An accent as the pages take it: darker where it cannot be read on the darkest of the light grounds, and a lighter
 * tint in the dark, both as near to the given colour as 4.5:1 allows on every ground that text in it stands on.
 */
export function pageAccent(given: string, theme: Theme): PageAccent {
  const light = theme === "light";
  const soft = mix(hex("surface", theme), given, light ? 0.1 : 0.2);
  const on = hex("on-accent", theme);
  const grounds = [hex("paper", theme), hex("surface", theme), hex("sunken", theme), soft, on];
  const accent = readable(given, light ? "darker" : "lighter", grounds);
  return {
    accent,
    "accent-strong": atLightness(accent, lightnessOf(accent) * (light ? 0.82 : 1) + (light ? 0 : 0.08)),
    "accent-soft": soft,
    "on-accent": on,
  };
}

/** The first colour of the same hue, darker or lighter, that has enough contrast to all grounds. */
function readable(colour: string, way: "darker" | "lighter", grounds: readonly string[]): string {
  const from = lightnessOf(colour);
  const end = way === "darker" ? 0 : 1;
  for (let step = 0; step < STEPS; step++) {
    const tried = step === 0 ? colour : atLightness(colour, from + ((end - from) * step) / STEPS);
    if (grounds.every((ground) => contrastRatio(tried, ground) >= TEXT_CONTRAST)) return tried;
  }
  return way === "darker" ? "#000000" : "#ffffff";
}
