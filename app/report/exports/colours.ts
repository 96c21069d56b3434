import { levelStep } from "~/ui/level-scale";

/**
 * The colours of the pages for files that know no stylesheet: the tokens of app/ui/styles/tokens.css and
 * app/report/figures/share-scale.css as hex. colours.test.ts computes each from the OKLCH of its token, so that no file
 * ever shows another scale than the page.
 */
export const COLOURS = {
  light: {
    paper: "#fcf9f5",
    surface: "#fffefd",
    sunken: "#f4f0ea",
    line: "#dfdbd3",
    "line-strong": "#857f77",
    ink: "#241e19",
    "ink-muted": "#5e574f",
    accent: "#04596e",
    "accent-strong": "#014154",
    "accent-soft": "#ddf1f5",
    "on-accent": "#fdfcf9",
    attention: "#805216",
    "attention-soft": "#fdf1d4",
    "on-share-light": "#1b1510",
    "on-share-dark": "#fcfaf6",
    level: [
      "#d6eded",
      "#b1dcde",
      "#8bcbd0",
      "#66b6c2",
      "#45a1b3",
      "#3290a6",
      "#247e97",
      "#1a6d88",
      "#11546e",
      "#0a3d54",
    ],
    "on-level": [
      "#152126",
      "#152126",
      "#101d22",
      "#0c181d",
      "#071318",
      "#030d11",
      "#fbfeff",
      "#f9fcfe",
      "#f6fbfd",
      "#f0f9fb",
    ],
    share: [
      "#f1ece4",
      "#e4dfd5",
      "#d7d0c6",
      "#c7c0b5",
      "#b6aea3",
      "#a29a8f",
      "#70685d",
      "#5c544b",
      "#484139",
      "#362f28",
    ],
  },
  dark: {
    paper: "#161310",
    surface: "#1f1c18",
    sunken: "#100d0a",
    line: "#39342f",
    "line-strong": "#857f77",
    ink: "#ece9e3",
    "ink-muted": "#b4afa6",
    accent: "#74cad7",
    "accent-strong": "#a1e1e9",
    "accent-soft": "#173139",
    "on-accent": "#08181f",
    attention: "#ebc578",
    "attention-soft": "#372913",
    "on-share-light": "#fcfaf6",
    "on-share-dark": "#16100c",
    level: [
      "#1a313c",
      "#1e4250",
      "#235769",
      "#266a7e",
      "#2b7e93",
      "#3790a4",
      "#46a1b2",
      "#5cb4c1",
      "#86ccd2",
      "#b2e2e3",
    ],
    "on-level": [
      "#ecf3f5",
      "#f0f6f9",
      "#f4f9fb",
      "#f9fcfe",
      "#fdfeff",
      "#030d11",
      "#061116",
      "#071318",
      "#0c181d",
      "#101d22",
    ],
    share: [
      "#2b2722",
      "#36312b",
      "#413c36",
      "#4f4942",
      "#5d574f",
      "#6c655c",
      "#9b948b",
      "#b0aaa1",
      "#c9c3ba",
      "#e2ddd5",
    ],
  },
} as const;

export type Theme = keyof typeof COLOURS;

export const THEMES = ["light", "dark"] as const satisfies readonly Theme[];

type Palette = (typeof COLOURS)[Theme];
export type ColourName = Exclude<keyof Palette, "level" | "on-level" | "share">;

/** A colour of the tokens by its name without "--color-", as "#rrggbb". */
export function hex(name: ColourName, theme: Theme = "light"): string {
  return COLOURS[theme][name];
}

/** A step (from 1) of one of the scales; throws RangeError where it has none. */
export function scaleHex(
  scale: "level" | "on-level" | "share",
  step: number,
  theme: Theme = "light",
): string {
  const found = COLOURS[theme][scale][step - 1];
  if (found === undefined) throw new RangeError(`the ${scale} scale has no step ${step}`);
  return found;
}

/** The pair of colours of a level: its square and the text on it. Null is "no result". */
export function levelColours(
  level: number | null,
  levels: number,
  theme: Theme = "light",
): { fill: string; text: string } {
  if (level === null) return { fill: hex("surface", theme), text: hex("ink-muted", theme) };
  const step = levelStep(level, levels);
  return { fill: scaleHex("level", step, theme), text: scaleHex("on-level", step, theme) };
}
