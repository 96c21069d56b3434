import { type ColourName, hex, levelColours, scaleHex, type Theme } from "../colours";

/** What a class of a figure means where there is no stylesheet; colours by the names of their tokens. */
type Paint = ColourName | "level-5" | "none";
export type FigureStyle = {
  fill?: Paint;
  stroke?: Paint;
  "fill-opacity"?: number;
  "stroke-width"?: number;
  "stroke-dasharray"?: string;
  "stroke-linejoin"?: "round";
  "stroke-linecap"?: "round";
  "paint-order"?: "stroke";
  "font-size"?: number;
  "font-weight"?: number;
};

/** The text of every figure, before its classes. */
export const TEXT: FigureStyle = { "font-size": 14, fill: "ink" };

/** The size of a sheet's title. */
export const SHEET_TITLE = 20;

/** The classes of app/report/figures/drawing.css; image.test.ts compares every declaration. */
export const STYLES: Record<string, FigureStyle> = {
  "fig-name": { "font-weight": 600 },
  "fig-muted": { fill: "ink-muted" },
  "fig-number": { "font-weight": 700 },
  "fig-count": { "font-weight": 600 },
  "fig-scale": {
    fill: "ink-muted",
    "paint-order": "stroke",
    stroke: "paper",
    "stroke-width": 6,
    "stroke-linejoin": "round",
  },
  "fig-ring": { fill: "none", stroke: "line" },
  "fig-axis": { fill: "none", stroke: "line" },
  "fig-axis-none": { fill: "none", stroke: "line-strong", "stroke-dasharray": "2 5" },
  "fig-ring-outer": { fill: "none", stroke: "line-strong" },
  "fig-rule": { fill: "none", stroke: "line" },
  "fig-tick": { fill: "none", stroke: "line" },
  "fig-area": { fill: "accent", "fill-opacity": 0.14 },
  "fig-current": { fill: "none", stroke: "accent", "stroke-width": 2.5, "stroke-linejoin": "round" },
  "fig-previous": { fill: "none", stroke: "ink-muted", "stroke-width": 1.75, "stroke-dasharray": "6 4" },
  "fig-previous-mark": { fill: "paper", stroke: "ink-muted", "stroke-width": 1.5 },
  "fig-target": { fill: "none", stroke: "ink", "stroke-width": 2 },
  "fig-target-ground": { fill: "paper" },
  "fig-band": { fill: "accent", "fill-opacity": 0.24 },
  "fig-group-median": { fill: "none", stroke: "ink", "stroke-width": 3, "stroke-linecap": "round" },
  "fig-mark": { stroke: "paper", "stroke-width": 1.5 },
  "fig-track": { stroke: "line-strong", "stroke-width": 1.5 },
  "fig-track-none": { stroke: "line-strong", "stroke-width": 1.5, "stroke-dasharray": "2 5" },
  "fig-stop": { fill: "paper", stroke: "line-strong", "stroke-width": 1.5 },
  "fig-move": { stroke: "accent", "stroke-width": 4, "stroke-linecap": "round" },
  "fig-dot": { fill: "ink-muted" },
  "fig-ghost": { fill: "paper", stroke: "ink-muted", "stroke-width": 1.5, "stroke-dasharray": "3 3" },
  "fig-square-sign": { fill: "level-5" },
  "fig-cell": { fill: "surface", stroke: "line" },
  "fig-cell-none": { stroke: "line-strong", "stroke-dasharray": "3 3" },
  "fig-median": { fill: "none", stroke: "accent", "stroke-width": 2.5 },
  "fig-track-bar": { fill: "sunken" },
};

/** From this step of the share scale on, the text in a cell is the other one. */
const DARK_SHARES_FROM = 7;

/** What an element stands in: the step of a level around it, the share cell before it. */
export type Surroundings = { levelStep: string | null; shareStep: number | null };

/** The presentation attributes of an element: its classes resolved, every colour as hex. */
export function attributesOf(
  tag: string,
  classes: readonly string[],
  { levelStep, shareStep }: Surroundings,
  theme: Theme,
): Record<string, string> {
  const style: FigureStyle = { ...(tag === "text" ? TEXT : {}) };
  for (const name of classes) Object.assign(style, STYLES[name]);
  if (classes.includes("sheet-title")) Object.assign(style, { "font-size": SHEET_TITLE, "font-weight": 700 });
  const resolved = Object.fromEntries(
    Object.entries(style).map(([property, value]) => [
      property,
      property === "fill" || property === "stroke" ? paint(value as Paint, theme) : String(value),
    ]),
  );
  const share = classes.map(stepOfShare).find((step) => step !== null);
  if (share) resolved.fill = scaleHex("share", share, theme);
  if (classes.includes("on-share") && shareStep !== null)
    resolved.fill = hex(shareStep >= DARK_SHARES_FROM ? "on-share-dark" : "on-share-light", theme);
  if (levelStep !== null) {
    const { fill, text } = stepColours(levelStep, theme);
    if (classes.includes("level-fill")) resolved.fill = fill;
    if (classes.includes("level-on-fill")) resolved.fill = text;
  }
  return resolved;
}

/** The step that a class of the share scale names, else null. */
export function stepOfShare(name: string): number | null {
  const step = /^share-(\d+)$/.exec(name)?.[1];
  return step ? Number(step) : null;
}

function stepColours(levelStep: string, theme: Theme) {
  const step = Number(levelStep);
  if (Number.isNaN(step)) return levelColours(null, 2, theme);
  return { fill: scaleHex("level", step, theme), text: scaleHex("on-level", step, theme) };
}

function paint(value: Paint, theme: Theme): string {
  if (value === "none") return value;
  return value === "level-5" ? scaleHex("level", 5, theme) : hex(value, theme);
}
