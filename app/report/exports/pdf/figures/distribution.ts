import { distributionParts } from "~/report/figures/distribution-geometry";
import { levelColours } from "../../colours";
import { WHITE } from "../look";
import { type Pen, QUIET } from "./pen";

/** The units of the bar of one function. */
export const DISTRIBUTION = { width: 320, height: 50 } as const;

/** The judgments of one function as one bar: level numbers inside the parts, counts below. */
export function drawDistribution(pen: Pen, distribution: readonly number[]): void {
  for (const { level, count, x, width } of distributionParts(distribution, DISTRIBUTION.width)) {
    const { fill, text } = levelColours(level, distribution.length);
    pen.box(x, 0, width, 28, Math.min(5, width / 2), { fill, stroke: WHITE, width: 1 });
    if (width < 16) continue;
    pen.text(String(level), x + width / 2, 14, { anchor: "middle", weight: 700, colour: text, middle: true });
    pen.text(`${count}×`, x + width / 2, 45, { ...QUIET, anchor: "middle" });
  }
}
