import type { Assessment } from "#db/assessments";
import { type GoalChange, listGoalChanges } from "#db/goals";
import type { ScopedContext } from "./context";
import type { Outcome } from "./outcome";
import type { Result } from "./results";

type Goals = Pick<Assessment["options"], "leftOut" | "targets" | "weights">;

/**
 * What is aimed at, and what counts how much; for a publication, as it was when that was made: what stands now, with
 * every later change taken back. A value that nobody had changed before came with the assessment; it is then the one
 * that the result's own recommendations rest on, or else the usual one.
 */
export function optionsAt(
  context: Pick<ScopedContext, "db">,
  assessment: Pick<Assessment, "id" | "options">,
  outcome: Pick<Outcome, "edition" | "result">,
): Goals {
  return goalsAt(listGoalChanges(context.db, assessment.id), assessment, outcome);
}

/** The same from every change that was ever made, the oldest first. */
export function goalsAt(
  history: readonly GoalChange[],
  { options: { leftOut, targets, weights } }: Pick<Assessment, "options">,
  { edition, result }: Pick<Outcome, "edition" | "result">,
): Goals {
  if (edition.kind === "live") return { leftOut, targets, weights };
  const moment = edition.at;
  const goals = { leftOut: new Set(leftOut), targets: { ...targets }, weights: { ...weights } };
  const later = history.filter(({ createdAt }) => createdAt > moment);
  for (const { kind, functionKey } of later) {
    const before = history.findLast(
      (one) => one.kind === kind && one.functionKey === functionKey && one.createdAt <= moment,
    );
    setBack(goals, kind, functionKey, before ? before.value : firstValue(result, kind, functionKey));
  }
  return { ...goals, leftOut: [...goals.leftOut] };
}

function firstValue({ report }: Result, kind: GoalChange["kind"], key: string): number | null {
  const reason = report.recommendations.items.find(({ unit }) => unit === key)?.reason;
  if (kind === "weight") return reason?.weight ?? null;
  return kind === "target" && reason?.targetSet ? reason.target : null;
}

function setBack(
  { leftOut, targets, weights }: Omit<Goals, "leftOut"> & { leftOut: Set<string> },
  kind: GoalChange["kind"],
  key: string,
  value: number | null,
): void {
  if (kind === "overall") {
    if (value === 0) leftOut.add(key);
    else leftOut.delete(key);
    return;
  }
  const values = kind === "target" ? targets : weights;
  if (value === null) delete values[key];
  else values[key] = value;
}
