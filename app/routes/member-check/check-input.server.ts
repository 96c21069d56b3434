import { z } from "zod";
import { choiceField, longTextField, wholeNumberField } from "~/http/fields";
import { m } from "~/i18n/messages";
import { type CheckInput, LONGEST_COMMENT } from "~/use-cases/answer-check";
import { ANSWERS, answerField, commentField } from "./fields";

/** More than any assessment is ever published or shown. */
const MOST_EDITIONS = 999_999;

/** Also looked at when another field is wrong, so that everything is said at once. */
const always = { when: () => true };

/**
 * The form: an answer and a comment for each function, all of which may be left out. A dispute must say why, and a
 * comment whether it goes with a confirmation or a dispute.
 */
export function checkSchema(keys: string[]) {
  const answer = choiceField(ANSWERS).optional();
  const comment = longTextField(LONGEST_COMMENT);
  const schema = z.object({
    ...Object.fromEntries(keys.map((key) => [answerField(key), answer])),
    ...Object.fromEntries(keys.map((key) => [commentField(key), comment])),
    publication: wholeNumberField(1, MOST_EDITIONS).optional(),
    preview: wholeNumberField(1, MOST_EDITIONS).optional(),
  });
  const read = (form: object) => readFields(form, keys);
  const each = keys.reduce(
    (all, key) =>
      all
        .refine((form) => !read(form).some((one) => one.key === key && isUnexplained(one)), {
          ...always,
          path: [commentField(key)],
          error: () => m.check_comment_required(),
        })
        .refine((form) => !read(form).some((one) => one.key === key && isUndecided(one)), {
          ...always,
          path: [answerField(key)],
          error: () => m.check_answer_missing(),
        }),
    schema,
  );
  return each.refine((form) => read(form).some((one) => one.answer || one.comment), {
    error: () => m.check_nothing(),
  });
}

/** The use-case's input from a form that passed the schema. */
export function checkInput(form: z.output<ReturnType<typeof checkSchema>>, keys: string[]): CheckInput {
  const answers = readFields(form, keys).flatMap(({ key, answer, comment }) =>
    answer ? [{ functionKey: key, answer, comment: comment ?? "" }] : [],
  );
  const { publication, preview } = form;
  return { publication, preview, answers };
}

type Fields = { key: string; answer?: (typeof ANSWERS)[number]; comment?: string };

const isUnexplained = ({ answer, comment }: Fields) => answer === "dispute" && comment === "";
const isUndecided = ({ answer, comment }: Fields) => answer === undefined && Boolean(comment);

/** The fields of each function, as far as they could be read. */
function readFields(form: object, keys: string[]): Fields[] {
  const values = new Map<string, unknown>(Object.entries(form));
  return keys.map((key) => {
    const comment = values.get(commentField(key));
    return {
      key,
      answer: ANSWERS.find((known) => known === values.get(answerField(key))),
      comment: typeof comment === "string" ? comment : undefined,
    };
  });
}
