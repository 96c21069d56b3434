import { type AssessmentWithCompany, updateAssessment } from "#db/assessments";
import { transact } from "#db/client";
import { type GoalChange, insertGoalChanges, listGoalChanges, type NewGoalChange } from "#db/goals";
import type { Rubric } from "#rubric/schema";
import { requireAssessment } from "./assessments";
import { audit, type ScopedContext } from "./context";
import { Refusal } from "./errors";
import { rubricOf } from "./rubrics";

/** What is aimed at in one function, and how much it counts. */
export type Goal = {
  functionKey: string;
  /** A level from 1, or null for no target. */
  target: number | null;
  /** The date (yyyy-mm-dd) by which the target is to be reached. */
  due: string | null;
  targetReason: string;
  /** Greater than 0; 1 is what every function weighs unless told otherwise. */
  weight: number;
  weightReason: string;
};

export const NORMAL_WEIGHT = 1;
/** A function may weigh up to ten times as much as another; more would make the others decoration. */
export const HEAVIEST = 10;

export type GoalHistory = (Pick<
  GoalChange,
  "id" | "kind" | "functionKey" | "value" | "due" | "reason" | "createdAt"
> & {
  by: string | null;
})[];

/** The goals of an assessment in the order of its functions, and how they came about. @throws Refusal "not-found" */
export function readGoals(
  context: ScopedContext,
  assessmentId: string,
): { goals: Goal[]; history: GoalHistory } {
  const assessment = requireAssessment(context, assessmentId);
  const history = listGoalChanges(context.db, assessmentId);
  const last = (kind: GoalChange["kind"], key: string) =>
    history.findLast((change) => change.kind === kind && change.functionKey === key);
  const { targets, weights } = assessment.options;
  const goals = rubricOf(context, assessment).functions.map(({ key }) => ({
    functionKey: key,
    target: targets[key] ?? null,
    due: targets[key] === undefined ? null : (last("target", key)?.due ?? null),
    targetReason: targets[key] === undefined ? "" : (last("target", key)?.reason ?? ""),
    weight: weights[key] ?? NORMAL_WEIGHT,
    weightReason: weights[key] === undefined ? "" : (last("weight", key)?.reason ?? ""),
  }));
  return { goals, history };
}

/**
 * Sets targets and weights until the assessment is published. What differs from before is written down with who, when
 * and why; functions not named keep theirs. Returns how many values were changed.
 * @throws Refusal "not-found", "wrong-state", "unknown-function", "unknown-level", "unknown-weight"
 */
export function setGoals(context: ScopedContext, assessmentId: string, wanted: Goal[]): number {
  return transact(context.db, () => {
    const assessment = requireAssessment(context, assessmentId);
    const rubric = rubricOf(context, assessment);
    for (const goal of wanted) requireGoal(rubric, goal);
    const { goals } = readGoals(context, assessmentId);
    const changes = wanted.flatMap((goal) => {
      const before = goals.find(({ functionKey }) => functionKey === goal.functionKey);
      return before ? changesOf(before, goal) : [];
    });
    if (changes.length === 0) return 0;
    store(context, assessment, wanted);
    const userId = context.actor.kind === "user" ? context.actor.userId : null;
    insertGoalChanges(
      context.db,
      changes.map((change) => ({ ...change, assessmentId, userId, createdAt: context.now })),
    );
    const object = { kind: "assessment", id: assessmentId };
    audit(context, context.scope.workspaceId, "goals.set", object, { changes: changes.length });
    return changes.length;
  });
}

function requireGoal(rubric: Rubric, { functionKey, target, weight }: Goal): void {
  if (!rubric.functions.some(({ key }) => key === functionKey)) {
    throw new Refusal("unknown-function", { key: functionKey });
  }
  const levels = rubric.levels.length;
  if (target !== null && (!Number.isInteger(target) || target < 1 || target > levels)) {
    throw new Refusal("unknown-level", { level: target, levels });
  }
  if (!(weight > 0 && weight <= HEAVIEST)) throw new Refusal("unknown-weight", { weight, most: HEAVIEST });
}

type Change = Pick<NewGoalChange, "kind" | "functionKey" | "value" | "due" | "reason">;

function changesOf(before: Goal, after: Goal): Change[] {
  const { functionKey } = after;
  const changes: Change[] = [];
  const due = after.target === null ? null : after.due;
  const reason = after.target === null && before.target === null ? "" : after.targetReason;
  if (after.target !== before.target || due !== before.due || reason !== before.targetReason) {
    changes.push({ kind: "target", functionKey, value: after.target, due, reason });
  }
  const isNormal = after.weight === NORMAL_WEIGHT && before.weight === NORMAL_WEIGHT;
  if (after.weight !== before.weight || (!isNormal && after.weightReason !== before.weightReason)) {
    changes.push({ kind: "weight", functionKey, value: after.weight, due: null, reason: after.weightReason });
  }
  return changes;
}

function store(context: ScopedContext, { id, state, options }: AssessmentWithCompany, wanted: Goal[]): void {
  const targets = { ...options.targets };
  const weights = { ...options.weights };
  for (const { functionKey, target, weight } of wanted) {
    if (target === null) delete targets[functionKey];
    else targets[functionKey] = target;
    if (weight === NORMAL_WEIGHT) delete weights[functionKey];
    else weights[functionKey] = weight;
  }
  const change = { options: { ...options, targets, weights } };
  if (!updateAssessment(context.db, context.scope, id, ["draft", "open", "closed"], change)) {
    throw new Refusal("wrong-state", { state });
  }
}
