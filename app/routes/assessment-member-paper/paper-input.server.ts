import { z } from "zod";
import { choiceField, longTextField } from "~/http/fields";
import { m } from "~/i18n/messages";
import type { Desk, Task } from "~/use-cases/desk";
import {
  CANNOT_JUDGE,
  CONFIDENCES,
  INDICATOR_ANSWERS,
  type JudgmentInput,
  LONGEST_NOTE,
} from "~/use-cases/judging";
import type { PaperAnswer } from "~/use-cases/paper";
import { CANNOT, indicatorField, partField } from "./fields";

const known = (options: readonly [string, ...string[]]) =>
  z.enum(options, { error: () => m.form_choice_unknown() }).optional();

/** The form of all functions at once. A function may stay empty; "cannot judge" needs its reason. */
export function paperSchema({ tasks, rubric }: Desk) {
  const levels = rubric.levels.map((_, index) => String(index + 1));
  const fields = tasks.flatMap(({ fn }): [string, z.ZodType][] => [
    [partField(fn.key, "level"), known([CANNOT, ...levels])],
    [partField(fn.key, "cannotJudge"), known(CANNOT_JUDGE)],
    [partField(fn.key, "confidence"), known(CONFIDENCES.map(String) as [string, ...string[]])],
    [partField(fn.key, "rationale"), longTextField(LONGEST_NOTE)],
    [partField(fn.key, "base"), z.string({ error: () => m.form_required() }).regex(/^\d{1,9}$/)],
    ...fn.indicators.map(({ key }): [string, z.ZodType] => [
      indicatorField(fn.key, key),
      choiceField(INDICATOR_ANSWERS).optional(),
    ]),
  ]);
  const schema: z.ZodType<Record<string, unknown>> = z
    .object(Object.fromEntries([...fields, ["handIn", z.boolean().default(false)]]))
    .superRefine((form: Record<string, unknown>, check) => {
      for (const { fn } of tasks) {
        const path = partField(fn.key, "cannotJudge");
        if (form[partField(fn.key, "level")] === CANNOT && form[path] === undefined) {
          check.addIssue({ code: "custom", path: [path], message: m.assess_reason_missing() });
        }
      }
    });
  return schema;
}

/** The use-case's answers from a form that passed the schema. */
export function paperAnswers({ tasks }: Desk, form: Record<string, unknown>): PaperAnswer[] {
  return tasks.map((task) => answerOf(task, form));
}

function answerOf({ fn }: Task, form: Record<string, unknown>): PaperAnswer {
  const part = (name: Parameters<typeof partField>[1]) => form[partField(fn.key, name)];
  const [level, confidence] = [part("level"), part("confidence")];
  const cannotJudge = CANNOT_JUDGE.find((reason) => level === CANNOT && reason === part("cannotJudge"));
  const indicators: JudgmentInput["indicators"] = Object.fromEntries(
    fn.indicators.flatMap(({ key }) => {
      const given = form[indicatorField(fn.key, key)];
      const answer = INDICATOR_ANSWERS.find((one) => one === given);
      return answer ? [[key, answer]] : [];
    }),
  );
  return {
    functionKey: fn.key,
    level: level === undefined || level === CANNOT ? null : Number(level),
    cannotJudge: cannotJudge ?? null,
    confidence: confidence === undefined ? null : Number(confidence),
    rationale: String(part("rationale") ?? ""),
    indicators,
    base: Number(part("base")),
  };
}
