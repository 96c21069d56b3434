import type { FunctionScore, Score } from "#rubric/scoring/types";
import { type SensitivityView, sensitivityView } from "./findings/sensitivity";

/** A function's score; what would show what single persons said is null for outsiders. */
export type ExportedFunction = Omit<FunctionScore, "distribution"> & {
  distribution: number[] | null;
};

type IsShown = (fn: FunctionScore) => boolean;

/** The functions for those who may not see how the judgments lie where too few judged. */
export function publicFunctions(score: Score, isShown: IsShown): ExportedFunction[] {
  return score.functions.map((fn) => (isShown(fn) ? fn : withoutSpread(fn)));
}

/** What hangs on any single assessor, without telling which. */
export function publicSensitivity(score: Score, isShown: IsShown): Omit<SensitivityView, "named"> {
  const visible = score.functions.filter(isShown).map(({ key }) => key);
  const { named: _, ...view } = sensitivityView({ sensitivity: score.sensitivity, visible, names: null });
  return view;
}

/** What describes so few judgments that it would give them away. The level itself is published. */
function withoutSpread({ key, n, missing, level, reason }: FunctionScore): ExportedFunction {
  const nothing = { distribution: null, split: null, mean: null, consensus: null, interval: null };
  const noAgreement = { agreementA: null, tastleWierman: null, averageDeviation: null, shareOnMode: null };
  return { key, n, missing, level, reason, ...nothing, ...noAgreement };
}
