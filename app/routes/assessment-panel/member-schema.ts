import { z } from "zod";
import { choiceField, emailField, longTextField, textField } from "~/http/fields";
import { m } from "~/i18n/messages";
import { LONGEST_NAME, LONGEST_WEIGHT_REASON, MOST_WEIGHT, NORMAL_WEIGHT } from "~/use-cases/member-lines";

/** A positive number with a comma or a point. */
const weightField = () => {
  const error = () => m.form_number_positive({ max: MOST_WEIGHT });
  return z
    .string({ error })
    .trim()
    .regex(/^\d{1,3}([.,]\d{1,4})?$/, { error })
    .transform((text) => Number(text.replace(",", ".")))
    .pipe(z.number().gt(0, { error }).max(MOST_WEIGHT, { error }));
};

/** Who sits in a place of the panel. */
export const personFields = () => ({ name: textField(LONGEST_NAME), email: emailField() });

export const memberFields = () => ({
  ...personFields(),
  perspective: choiceField(["expert", "insider", "customer", "other"]),
  weight: weightField(),
  weightReason: longTextField(LONGEST_WEIGHT_REASON),
  asked: choiceField(["all", "some"]).optional(),
  /** Ticked functions come as `functions.<key>`. */
  functions: z.record(z.string(), z.unknown(), { error: () => m.form_choice_unknown() }).optional(),
});

export type MemberFields = z.output<z.ZodObject<ReturnType<typeof memberFields>>>;

/** For a schema with these fields: who weighs more or less than others is to have a reason. */
export function hasReason({ weight, weightReason }: Pick<MemberFields, "weight" | "weightReason">): boolean {
  return weight === NORMAL_WEIGHT || weightReason !== "";
}

/** Where it is missing, and what to say. */
export const reasonMissing = {
  path: ["weightReason"],
  error: () => m.panel_weight_reason_missing(),
};

export const memberSchema = () => z.object(memberFields()).refine(hasReason, reasonMissing);
