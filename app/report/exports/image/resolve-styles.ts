import type { Theme } from "../colours";
import { attributesOf, stepOfShare } from "./styles";

const TAG = /<(\/?)([a-zA-Z]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>/g;
const CLASS = /\s+class="([^"]*)"/;
const LEVEL_STEP = /^level-step-(\d+|none)$/;

/** Markup of React with its classes replaced by what they mean, so that it needs no stylesheet. */
export function resolveStyles(markup: string, theme: Theme): string {
  /** The level step around each open element. */
  const open: (string | null)[] = [];
  let shareStep: number | null = null;
  return markup.replace(TAG, (whole, closing: string, tag: string, attributes: string, empty: string) => {
    if (closing) {
      open.pop();
      return whole;
    }
    const classes = CLASS.exec(attributes)?.[1]?.split(" ") ?? [];
    const own = classes.map((name) => LEVEL_STEP.exec(name)?.[1]).find((step) => step !== undefined);
    const levelStep = own ?? open.at(-1) ?? null;
    if (!empty) open.push(levelStep);
    const resolved = attributesOf(tag, classes, { levelStep, shareStep }, theme);
    if (tag === "rect") shareStep = classes.map(stepOfShare).find((step) => step !== null) ?? null;
    const written = Object.entries(resolved).map(([name, value]) => ` ${name}="${value}"`);
    return `<${tag}${attributes.replace(CLASS, "")}${written.join("")}${empty ? "/" : ""}>`;
  });
}
