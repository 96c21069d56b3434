import { onWhite, pageAccent } from "~/brand/accent";
import { contrastRatio } from "~/brand/contrast";
import { LARGEST_LOGO } from "~/brand/draw-logo";
import { formatSize } from "~/report/evidence-words";
import { defaultBrand } from "~/report/exports/brand";
import { hex } from "~/report/exports/colours";
import { readBrandAddresses, readStoredBrand } from "~/use-cases/branding";
import type { ScopedContext } from "~/use-cases/context";

/** A colour on the ground it is read on, with the contrast of the two. */
export type Swatch = { place: "file" | "light" | "dark"; colour: string; ground: string; ratio: number };

export function brandView(context: ScopedContext) {
  const { name, accent, logo } = readStoredBrand(context);
  const { logo: address } = readBrandAddresses(context, context.scope.workspaceId);
  return {
    name,
    logo: logo && address ? { address, width: logo.width, height: logo.height } : null,
    largest: formatSize(LARGEST_LOGO),
    colour: {
      accent,
      shown: accent ?? defaultBrand.accent,
      swatches: swatchesOf(accent),
    },
  };
}

function swatchesOf(accent: string | null): Swatch[] {
  const shown = accent ?? defaultBrand.accent;
  const on = (theme: "light" | "dark"): Swatch => {
    const colour = accent ? pageAccent(accent, theme).accent : hex("accent", theme);
    const ground = hex("paper", theme);
    return { place: theme, colour, ground, ratio: contrastRatio(colour, ground) };
  };
  return [
    { place: "file", colour: shown, ground: "#ffffff", ratio: onWhite(shown) },
    on("light"),
    on("dark"),
  ];
}
