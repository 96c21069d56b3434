import {
  type IndicatorAnswer,
  type IndicatorStatus,
  indicatorStatus,
  nameOf,
  type UnitIndicator,
} from "./indicators";
import type { ConsensusClass, FunctionScore, Unit } from "./types";

/** How far a panel's agreement lets a function's recommendations count; a lone judgment counts as split. */
export const CONSENSUS_FACTOR: Record<ConsensusClass, number> = { strong: 1, moderate: 0.75, split: 0.5 };

/** `functions` are those of a `Score` of the same units; `levels` is the number of levels. */
export type RecommendationInput = {
  levels: number;
  units: readonly Unit[];
  functions: readonly FunctionScore[];
  indicators: readonly UnitIndicator[];
  answers: readonly IndicatorAnswer[];
};

/** Why a recommendation stands where it does: `priority` = `gap` x `weight` x `factor`. */
export type RecommendationReason = {
  level: number;
  target: number;
  targetSet: boolean;
  gap: number;
  weight: number;
  consensus: ConsensusClass | null;
  factor: number;
};

export type Recommendation = {
  unit: string;
  indicator: string;
  /** The level that requires the indicator: the next one above the function's level. */
  nextLevel: number;
  status: "not-met" | "partly";
  answers: number;
  priority: number;
  reason: RecommendationReason;
};

/**
 * `items` highest priority first; `unanswered` are indicators of a next level that nobody could answer, to be
 * found out; `atTarget` functions have reached their target; `withoutResult` functions have no level.
 */
export type Recommendations = {
  items: Recommendation[];
  unanswered: { unit: string; indicator: string; nextLevel: number }[];
  atTarget: string[];
  withoutResult: string[];
};

/**
 * Per function the indicators of the next level that the panel does not find met, ranked by the gap to the
 * target x the function's weight x the consensus factor. A function without a target aims at the highest
 * level. Of equal priorities the lowest next level comes first, then the order of the functions, "not-met" before
 * "partly", then the indicators' order.
 */
export function recommend(input: RecommendationInput): Recommendations {
  const status = indicatorStatus(input.answers);
  const units = new Map(input.units.map((unit) => [unit.key, unit]));
  const result: Recommendations = { items: [], unanswered: [], atTarget: [], withoutResult: [] };
  for (const scored of input.functions) {
    const reason = reasonFor(scored, units.get(scored.key), input.levels);
    if (reason === null) result.withoutResult.push(scored.key);
    else if (reason.gap <= 0) result.atTarget.push(scored.key);
    else addFunction(result, scored.key, reason, input.indicators, status);
  }
  // Where the priority is the same, what stands lowest comes first.
  result.items.sort((a, b) => b.priority - a.priority || a.nextLevel - b.nextLevel);
  return result;
}

function reasonFor(
  { level, consensus }: FunctionScore,
  unit: Unit | undefined,
  levels: number,
): RecommendationReason | null {
  if (level === null) return null;
  const target = unit?.target ?? levels;
  return {
    level,
    target,
    targetSet: unit?.target != null,
    gap: target - level,
    weight: unit?.weight ?? 1,
    consensus,
    factor: CONSENSUS_FACTOR[consensus ?? "split"],
  };
}

function addFunction(
  result: Recommendations,
  unit: string,
  reason: RecommendationReason,
  indicators: readonly UnitIndicator[],
  statuses: Map<string, IndicatorStatus>,
): void {
  const nextLevel = reason.level + 1;
  const priority = reason.gap * reason.weight * reason.factor;
  const items: Recommendation[] = [];
  for (const { key } of indicators.filter((item) => item.unit === unit && item.level === nextLevel)) {
    const { status, answers } = statuses.get(nameOf(unit, key)) ?? { status: "unanswered", answers: 0 };
    if (status === "unanswered") result.unanswered.push({ unit, indicator: key, nextLevel });
    else if (status !== "met")
      items.push({ unit, indicator: key, nextLevel, status, answers, priority, reason });
  }
  const rank = (item: Recommendation) => (item.status === "not-met" ? 0 : 1);
  result.items.push(...items.sort((a, b) => rank(a) - rank(b)));
}
