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
import { isUnexplained } from "~/use-cases/rounds-revise";
import { indicatorField, NO_LEVEL } from "./fields";

/** What a save says of itself, in fields that nobody types: a page that is older than they are sends none. */
const OF_THE_SAVE = {
  key: z
    .string()
    .regex(/^[\w-]{8,64}$/)
    .optional()
    .catch(undefined),
  base: hiddenNumber(),
  round: hiddenNumber(),
};

function hiddenNumber() {
  return z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .optional()
    .catch(undefined);
}

/**
 * What may be kept of a function before it is answered: a level of this rubric, written exactly as its number, or "no
 * level", and what goes with it, none of it required. A reason left standing beside a level says nothing.
 */
export function draftSchema({ fn }: Pick<Task, "fn">, levels: number) {
  const here = drafts.get(fn) ?? new Map<number, ReturnType<typeof makeDraftSchema>>();
  drafts.set(fn, here);
  const known = here.get(levels) ?? makeDraftSchema({ fn }, levels);
  here.set(levels, known);
  return known;
}

/** A schema is compiled when it is first used, which takes far longer than to read a form by it. */
const drafts = new WeakMap<Task["fn"], Map<number, ReturnType<typeof makeDraftSchema>>>();

function makeDraftSchema({ fn }: Pick<Task, "fn">, levels: number) {
  const answer = choiceField(INDICATOR_ANSWERS).optional();
  const indicators = Object.fromEntries(fn.indicators.map(({ key }) => [indicatorField(key), answer]));
  return z.object({
    ...OF_THE_SAVE,
    ...indicators,
    level: levelField(levels).optional(),
    cannotJudge: choiceField(CANNOT_JUDGE).optional(),
    confidence: z
      .enum(CONFIDENCES.map(String), { error: () => m.form_choice_unknown() })
      .transform(Number)
      .optional(),
    rationale: longTextField(LONGEST_NOTE),
  });
}

function levelField(levels: number) {
  const numbers = Array.from({ length: levels }, (_, index) => String(index + 1));
  return z.enum([...numbers, NO_LEVEL], {
    error: ({ input }) =>
      input === undefined ? m.assess_level_missing() : m.assess_level_unknown({ levels }),
  });
}

/**
 * The form of one function that is answered: a level, or that there is none and why. Another level than in the round
 * before must say why.
 */
export function judgmentSchema({ fn, earlier }: Task, levels: number) {
  return draftSchema({ fn }, levels)
    .extend({ level: levelField(levels) })
    .refine((form) => form.level !== NO_LEVEL || form.cannotJudge !== undefined, {
      path: ["cannotJudge"],
      error: () => m.assess_reason_missing(),
    })
    .superRefine((form, ctx) => {
      const now = { level: Number(form.level) || null, rationale: form.rationale };
      if (!isUnexplained(now, earlier)) return;
      const message = m.rounds_reason_missing({ earlier: earlier?.level ?? "", level: form.level });
      ctx.addIssue({ code: "custom", path: ["rationale"], message });
    });
}

export type DraftForm = z.output<ReturnType<typeof draftSchema>>;

/** The use-case's input from a form that passed one of the schemas, and the fields it was read from. */
export function judgmentInput(
  { fn }: Pick<Task, "fn">,
  form: DraftForm,
  fields: Record<string, string>,
): JudgmentInput {
  const { level, cannotJudge, confidence, rationale } = form;
  const answers = fn.indicators.flatMap(({ key }) => {
    const answer = INDICATOR_ANSWERS.find((known) => known === fields[indicatorField(key)]);
    return answer ? [[key, answer] as const] : [];
  });
  return {
    level: level === undefined || level === NO_LEVEL ? null : Number(level),
    cannotJudge: level === NO_LEVEL ? (cannotJudge ?? null) : null,
    confidence: confidence ?? null,
    rationale,
    indicators: Object.fromEntries(answers),
  };
}
