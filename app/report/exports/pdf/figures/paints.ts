import { hex, scaleHex } from "../../colours";
import type { Paint } from "../ink";
import { INK, LINE, MUTED, STRONG_LINE, WHITE } from "../look";

/** How the marks of the figures are drawn, as on the pages. The accent is the brand's. */
export const RING: Paint = { stroke: LINE };
export const OUTER_RING: Paint = { stroke: STRONG_LINE };
export const NO_AXIS: Paint = { stroke: STRONG_LINE, dash: [2, 5] };
export const PREVIOUS: Paint = { stroke: MUTED, width: 1.75, dash: [6, 4] };
export const PREVIOUS_MARK: Paint = { fill: WHITE, stroke: MUTED, width: 1.5 };
export const TARGET: Paint = { stroke: INK, width: 2 };
export const TRACK: Paint = { stroke: STRONG_LINE, width: 1.5 };
export const NO_TRACK: Paint = { ...TRACK, dash: [2, 5] };
export const STOP: Paint = { fill: WHITE, stroke: STRONG_LINE, width: 1.5 };
export const DOT: Paint = { fill: MUTED };
export const GHOST: Paint = { fill: WHITE, stroke: MUTED, width: 1.5, dash: [3, 3] };
export const CELL: Paint = { fill: hex("surface"), stroke: LINE };
export const NO_CELL: Paint = { fill: hex("surface"), stroke: STRONG_LINE, dash: [3, 3] };

export const area = (accent: string): Paint => ({ fill: accent, fillOpacity: 0.14 });
export const outline = (accent: string): Paint => ({ stroke: accent, width: 2.5, round: true });
export const move = (accent: string): Paint => ({ stroke: accent, width: 4, round: true });
/** The share of the judgments on a level, 1 to 10. */
export const share = (step: number): Paint => ({ fill: scaleHex("share", step) });
/** Text on that share. */
export const onShare = (step: number): string => hex(step >= 7 ? "on-share-dark" : "on-share-light");
