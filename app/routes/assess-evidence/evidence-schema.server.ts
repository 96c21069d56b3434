import { z } from "zod";
import { choiceField, dateField, longTextField } from "~/http/fields";
import { m } from "~/i18n/messages";
import { EVIDENCE_KINDS } from "~/use-cases/evidence";
import { LONGEST_NOTE } from "~/use-cases/judging";
import type { EvidenceInput } from "~/use-cases/write-evidence";
import { functionField } from "./fields";

const LONGEST_SOURCE = 200;
const LONGEST_LINK = 2000;

/**
 * The form of a piece of evidence, but for its file. `functions` are those it may speak for, one of them at least unless
 * it speaks for others already (`elsewhere`); `today` is the last date.
 */
export function evidenceSchema(functions: readonly string[], today: string, elsewhere = false) {
  const boxes = Object.fromEntries(functions.map((key) => [functionField(key), z.literal("on").optional()]));
  return z
    .object({
      ...boxes,
      kind: choiceField(EVIDENCE_KINDS),
      note: z
        .string({ error: () => m.form_required() })
        .pipe(longTextField(LONGEST_NOTE).unwrap())
        .pipe(z.string().min(1, { error: () => m.form_required() })),
      date: dateField()
        .refine((date) => date <= today, { error: () => m.evidence_date_future() })
        .optional(),
      source: longTextField(LONGEST_SOURCE),
      link: linkField().optional(),
    })
    .superRefine((form, context) => {
      if (elsewhere || functions.some((key) => isTicked(form, key))) return;
      const path = [functionField(functions[0] ?? "")];
      context.addIssue({ code: "custom", path, message: m.evidence_functions_missing() });
    });
}

/** An http or https address without a user name or password, as the browser spells it. */
const linkField = () =>
  z
    .string({ error: () => m.form_text_only() })
    .trim()
    .max(LONGEST_LINK, {
      error: ({ input }) => m.form_too_long({ max: LONGEST_LINK, length: lengthOf(input) }),
    })
    .transform((text, context) => {
      const url = /^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text) : null;
      if (url && !url.username && !url.password) return url.href;
      context.addIssue({ code: "custom", message: url ? m.evidence_link_secret() : m.evidence_link_wrong() });
      return z.NEVER;
    });

const lengthOf = (input: unknown) => (typeof input === "string" ? input.length : 0);

const isTicked = (form: Record<string, unknown>, key: string) => form[functionField(key)] === "on";

/** The use-case's input from a form that passed the schema. */
export function evidenceInput(
  form: z.output<ReturnType<typeof evidenceSchema>>,
  functions: readonly string[],
): EvidenceInput {
  const { kind, note, date, source, link } = form;
  return {
    ...{ kind, note, source, date: date ?? null, link: link ?? null },
    functions: functions.filter((key) => isTicked(form, key)),
  };
}
