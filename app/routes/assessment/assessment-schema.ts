import { z } from "zod";
import { choiceField, dateField, textField, wholeNumberField } from "~/http/fields";
import { m } from "~/i18n/messages";

/** The longest title of an assessment. */
export const TITLE = 160;
/** What the store takes; a panel that large is not meant to be needed. */
const MOST_QUORUM = 99;

/** What a new assessment and its settings have in common. Ticked functions come as `leftOut.<key>`. */
const settings = () => ({
  title: textField(TITLE),
  asOf: dateField(),
  deadline: dateField().optional(),
  quorum: wholeNumberField(1, MOST_QUORUM),
  language: choiceField(["id", "en"]),
  anonymity: choiceField(["grouped", "named"]).optional(),
  showPrevious: z.boolean({ error: () => m.form_choice_unknown() }).default(false),
  mayReopen: z.boolean({ error: () => m.form_choice_unknown() }).default(false),
  consensusGoal: choiceField(["strong", "moderate"]).optional(),
  leftOut: z.record(z.string(), z.unknown(), { error: () => m.form_choice_unknown() }).optional(),
});

type Settings = z.output<z.ZodObject<ReturnType<typeof settings>>>;

/** The form's answers as the use-cases take them. */
function toInput({ deadline, leftOut, anonymity, ...rest }: Settings) {
  const named = anonymity && anonymity === "named";
  return { ...rest, named, deadline: deadline ?? null, leftOut: Object.keys(leftOut ?? {}) };
}

export const settingsSchema = () => z.object(settings()).transform(toInput);

export const newAssessmentSchema = () =>
  z
    .object({ ...settings(), rubricKey: textField(60) })
    .transform(({ rubricKey, ...rest }) => ({ ...toInput(rest), rubricKey }));
