import { z } from "zod";
import { m } from "~/i18n/messages";
import { oneLine, severalLines } from "~/use-cases/clean-text";

/** Schemas of single form fields, with their errors in the reader's language. Shared by all forms. */

const textError = (issue: { input?: unknown }) =>
  issue.input === undefined ? m.form_required() : m.form_text_only();

/** A text of 1 to `max` characters in one line, spaces around it dropped. */
export const textField = (max: number) =>
  z.string({ error: textError }).transform(oneLine).pipe(filledText(max));

const filledText = (max: number) =>
  z
    .string()
    .min(1, { error: () => m.form_required() })
    .max(max, tooLong(max));

/** A text of up to `max` characters that may be empty; line breaks become "\n", tabs stay. */
export const longTextField = (max: number) =>
  z
    .string({ error: textError })
    .transform(severalLines)
    .pipe(z.string().max(max, tooLong(max)))
    .default("");

/** The same, but there must be something in it. */
export const filledTextField = (max: number) =>
  z.string({ error: textError }).transform(severalLines).pipe(filledText(max));

export const emailField = () =>
  z
    .string({ error: textError })
    .trim()
    .toLowerCase()
    .max(254, tooLong(254))
    .pipe(z.email({ error: () => m.form_email() }));

/** One of a fixed list; anything else, however close, is refused. */
export const choiceField = <const T extends readonly [string, ...string[]]>(options: T) =>
  z.enum(options, {
    error: (issue) => (issue.input === undefined ? m.form_required_choice() : m.form_choice_unknown()),
  });

/** A calendar date as yyyy-mm-dd. */
export const dateField = () =>
  z.string({ error: textError }).pipe(z.iso.date({ error: () => m.form_date() }));

/** A whole number written with digits only. */
export const wholeNumberField = (min: number, max: number) => {
  const error = () => m.form_number_between({ min, max });
  return z
    .string({ error: (issue) => (issue.input === undefined ? m.form_required() : error()) })
    .regex(/^\d{1,9}$/, { error })
    .transform(Number)
    .pipe(z.int().min(min, { error }).max(max, { error }));
};

function tooLong(max: number) {
  return {
    error: (issue: { input?: unknown }) =>
      m.form_too_long({ max, length: typeof issue.input === "string" ? issue.input.length : 0 }),
  };
}
