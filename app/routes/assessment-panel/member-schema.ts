import { z } from "zod";
import { choiceField, emailField, textField } from "~/http/fields";
import { m } from "~/i18n/messages";

const NAME = 120;
/** Ten times the say of another is as far as a sensitivity check goes. */
const MOST_WEIGHT = 10;

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

export const memberFields = () => ({
  name: textField(NAME),
  email: emailField(),
  perspective: choiceField(["expert", "insider", "customer", "other"]),
  weight: weightField(),
  asked: choiceField(["all", "some"]).optional(),
  /** Ticked functions come as `functions.<key>`. */
  functions: z.record(z.string(), z.unknown(), { error: () => m.form_choice_unknown() }).optional(),
});

export type MemberFields = z.output<z.ZodObject<ReturnType<typeof memberFields>>>;

export const memberSchema = () => z.object(memberFields());
