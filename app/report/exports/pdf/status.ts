import { hex } from "../colours";
import { INK, SUNKEN } from "./look";
import type { Sheet } from "./sheet";
import { textWidth } from "./typeface";
import type { TextStyle } from "./wrap";

export type Status = "met" | "partly" | "not-met" | "unanswered" | "confirmed" | "disputed";

const DONE = { fill: hex("accent-soft"), colour: hex("accent-strong") };
const ATTENTION = { fill: hex("attention-soft"), colour: hex("attention") };
const NEUTRAL = { fill: SUNKEN, colour: INK };
const TONES: Record<Status, { fill: string; colour: string }> = {
  met: DONE,
  confirmed: DONE,
  partly: NEUTRAL,
  unanswered: NEUTRAL,
  "not-met": ATTENTION,
  disputed: ATTENTION,
};

const STYLE: TextStyle = { size: 8, weight: 600, colour: INK };
export const TAG_HEIGHT = 15;

export const tagWidth = (label: string) => textWidth(label, STYLE.weight, STYLE.size) + 14;

/** A state as a word on its colour. */
export function drawTag(sheet: Sheet, label: string, status: Status, x: number, top: number): void {
  const { fill, colour } = TONES[status];
  sheet.ink.box(x, top, tagWidth(label), TAG_HEIGHT, TAG_HEIGHT / 2, { fill });
  sheet.textAt(label, { ...STYLE, colour }, x + 7, top + 1.5, tagWidth(label));
}
