import { z } from "zod";
import { choiceField, dateField, textField } from "~/http/fields";
import { formatNumber } from "~/i18n/format-number";
import { m } from "~/i18n/messages";
import { type Goal, HEAVIEST, NORMAL_WEIGHT } from "~/use-cases/goals";

/** As long as a reason may be; it stands in one line of a table. */
const REASON = 300;
/** A weight has one decimal: the lightest is also the step. */
const LIGHTEST = 0.1;
export const WEIGHTS = { lightest: LIGHTEST, heaviest: HEAVIEST };

const weightField = () => {
  const error = () =>
    m.compare_goals_weight_wrong({ least: formatNumber(LIGHTEST), most: formatNumber(HEAVIEST) });
  return z
    .string({ error: (issue) => (issue.input === undefined ? m.form_required() : error()) })
    .trim()
    .regex(/^\d{1,2}([.,]\d)?$/, { error })
    .transform((text) => Number(text.replace(",", ".")))
    .pipe(z.number().min(LIGHTEST, { error }).max(HEAVIEST, { error }));
};

/**
 * The whole form as goals, one field a function and kind, `weight.<key>` and so on. `before` is what stands: what is
 * typed beside no target, or beside the normal weight, is not dropped without a word.
 */
export function goalsSchema(before: Goal[], levels: number) {
  const keys = before.map(({ functionKey }) => functionKey);
  const each = <T extends z.ZodType>(field: () => T) =>
    z.object(Object.fromEntries(keys.map((key) => [key, field()])) as Record<string, T>);
  const numbers = Array.from({ length: levels }, (_, index) => String(index + 1));
  const text = () => textField(REASON).optional();
  return z
    .object({
      target: each(() => choiceField(numbers as [string, ...string[]]).optional()).optional(),
      due: each(() => dateField().optional()).optional(),
      targetReason: each(text).optional(),
      weight: each(weightField),
      weightReason: each(text).optional(),
    })
    .transform(({ target, due, targetReason, weight, weightReason }): Goal[] =>
      keys.map((functionKey) => ({
        functionKey,
        target: target?.[functionKey] === undefined ? null : Number(target[functionKey]),
        due: due?.[functionKey] ?? null,
        targetReason: targetReason?.[functionKey] ?? "",
        weight: weight[functionKey] ?? NORMAL_WEIGHT,
        weightReason: weightReason?.[functionKey] ?? "",
      })),
    )
    .superRefine((goals, context) => {
      for (const goal of goals) {
        const was = before.find(({ functionKey }) => functionKey === goal.functionKey);
        const wrong = (field: string, message: string) =>
          context.addIssue({ code: "custom", path: [field, goal.functionKey], message });
        if (goal.target === null && was?.target == null && (goal.due || goal.targetReason)) {
          wrong("target", m.compare_goals_target_missing());
        }
        if (goal.weight === NORMAL_WEIGHT && was?.weight === NORMAL_WEIGHT && goal.weightReason) {
          wrong("weight", m.compare_goals_weight_normal({ weight: formatNumber(NORMAL_WEIGHT) }));
        }
      }
    });
}

/** What stands, as the form shows it. */
export function goalValues(goals: Goal[]): Record<string, string> {
  return Object.fromEntries(
    goals.flatMap(({ functionKey, target, due, targetReason, weight, weightReason }) => [
      [`target.${functionKey}`, target === null ? "" : String(target)],
      [`due.${functionKey}`, due ?? ""],
      [`targetReason.${functionKey}`, targetReason],
      [`weight.${functionKey}`, String(weight)],
      [`weightReason.${functionKey}`, weightReason],
    ]),
  );
}
