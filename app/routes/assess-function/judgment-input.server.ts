import { z } from "zod";
import { choiceField, longTextField } from "~/http/fields";
import { m } from "~/i18n/messages";
import type { Task } from "~/use-cases/desk";
import {
  CANNOT_JUDGE,
  CONFIDENCES,
  INDICATOR_ANSWERS,
  type JudgmentInput,
  LONGEST_NOTE,
} from "~/use-cases/judging";
import { indicatorField, NO_LEVEL } from "./fields";

/**
 * The form of one function: a level of this rubric, written exactly as its number, or "no level" with a reason.
 * A reason left standing beside a level says nothing.
 */
export function judgmentSchema({ fn }: Task, levels: number) {
  const numbers = Array.from({ length: levels }, (_, index) => String(index + 1));
  const level = z.enum([...numbers, NO_LEVEL], {
    error: ({ input }) =>
      input === undefined ? m.assess_level_missing() : m.assess_level_unknown({ levels }),
  });
  const answer = choiceField(INDICATOR_ANSWERS).optional();
  const indicators = Object.fromEntries(fn.indicators.map(({ key }) => [indicatorField(key), answer]));
  return z
    .object({
      ...indicators,
      level,
      cannotJudge: choiceField(CANNOT_JUDGE).optional(),
      confidence: z
        .enum(CONFIDENCES.map(String), { error: () => m.form_choice_unknown() })
        .transform(Number)
        .optional(),
      rationale: longTextField(LONGEST_NOTE),
      evidence: longTextField(LONGEST_NOTE),
    })
    .refine((form) => form.level !== NO_LEVEL || form.cannotJudge !== undefined, {
      path: ["cannotJudge"],
      error: () => m.assess_reason_missing(),
    });
}

export type JudgmentForm = z.output<ReturnType<typeof judgmentSchema>>;

/** The use-case's input from a form that passed the schema, and the fields it was read from. */
export function judgmentInput(
  { fn }: Task,
  form: JudgmentForm,
  fields: Record<string, string>,
): JudgmentInput {
  const { level, cannotJudge, confidence, rationale, evidence } = form;
  const answers = fn.indicators.flatMap(({ key }) => {
    const answer = INDICATOR_ANSWERS.find((known) => known === fields[indicatorField(key)]);
    return answer ? [[key, answer] as const] : [];
  });
  return {
    level: level === NO_LEVEL ? null : Number(level),
    cannotJudge: level === NO_LEVEL ? (cannotJudge ?? null) : null,
    confidence: confidence ?? null,
    rationale,
    evidence,
    indicators: Object.fromEntries(answers),
  };
}
