import { z } from "zod";
import { choiceField } from "~/http/fields";
import { m } from "~/i18n/messages";
import { CANNOT_JUDGE, CONFIDENCES } from "~/use-cases/judging";
import type { VoteInput } from "~/use-cases/workshop-vote";
import { NO_LEVEL } from "../assess-function/fields";

/** A vote: a level of the rubric, or "no level" with a reason, which says nothing beside a level. */
export function voteSchema(levels: number) {
  const numbers = Array.from({ length: levels }, (_, index) => String(index + 1));
  return z
    .object({
      vote: z.string({ error: () => m.form_required() }).max(100),
      level: z.enum([...numbers, NO_LEVEL], {
        error: ({ input }) =>
          input === undefined ? m.assess_level_missing() : m.assess_level_unknown({ levels }),
      }),
      cannotJudge: choiceField(CANNOT_JUDGE).optional(),
      confidence: z
        .enum(CONFIDENCES.map(String), { error: () => m.form_choice_unknown() })
        .transform(Number)
        .optional(),
    })
    .refine((form) => form.level !== NO_LEVEL || form.cannotJudge !== undefined, {
      path: ["cannotJudge"],
      error: () => m.assess_reason_missing(),
    });
}

/** The use-case's input from a form that passed. */
export function voteInput({
  level,
  cannotJudge,
  confidence,
}: z.output<ReturnType<typeof voteSchema>>): VoteInput {
  const none = level === NO_LEVEL;
  return {
    level: none ? null : Number(level),
    cannotJudge: none ? (cannotJudge ?? null) : null,
    confidence: none ? null : (confidence ?? null),
  };
}
