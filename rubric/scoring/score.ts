import { agreement } from "./agreement";
import { functionScore } from "./function-score";
import { METHOD_NAME, METHOD_VERSION } from "./method";
import { overall } from "./overall";
import { readPanel } from "./panel";
import { sensitivity } from "./sensitivity";
import type { Score, ScoreInput } from "./types";

/**
 * Judgments -> levels, agreement, uncertainty and sensitivity. Pure: the same input gives the same bytes when
 * printed as JSON, and the order of raters, units and judgments changes no number (functions come back in the
 * order of `input.units`, leave-one-out in the order of the raters' keys). Statistics that are undefined are
 * null with a reason. Weights of raters and confidence feed the sensitivity only. Throws a RangeError on
 * input that `readPanel` refuses.
 */
export function score(input: ScoreInput): Score {
  const panel = readPanel(input);
  const functions = panel.units.map(({ key }, unit) =>
    functionScore(key, panel.counts[unit] ?? [], panel.quorum, panel.raters.length),
  );
  const levels = functions.map(({ level }) => level);
  return {
    method: { name: METHOD_NAME, version: METHOD_VERSION },
    levels: panel.levels,
    quorum: panel.quorum,
    functions: panel.inputOrder.flatMap((unit) => functions[unit] ?? []),
    overall: overall(panel.units, panel.inputOrder, panel.levels, (unit) => levels[unit] ?? null),
    agreement: agreement(panel),
    sensitivity: sensitivity(panel, levels),
  };
}
