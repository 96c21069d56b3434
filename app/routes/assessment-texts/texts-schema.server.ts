import { z } from "zod";
import { choiceField, longTextField, wholeNumberField } from "~/http/fields";
import { LONGEST_COMMENT, LONGEST_SUMMARY, type ReportTexts } from "~/use-cases/report-texts";

const bilingual = (longest: number) =>
  z.object({ id: longTextField(longest), en: longTextField(longest) }).default({ id: "", en: "" });

/** The form as texts: `summary.id`, `comments.<function>.en` and so on, and which save it was written on. */
export function textsSchema(keys: readonly string[]) {
  const comments = z.object(Object.fromEntries(keys.map((key) => [key, bilingual(LONGEST_COMMENT)])));
  return z.object({
    intent: choiceField(["save", "preview"]).default("save"),
    base: wholeNumberField(0, 999_999_999),
    summary: bilingual(LONGEST_SUMMARY),
    comments: comments.default({}),
  });
}

/** Texts as the form shows them. */
export function textValues({ summary, comments }: ReportTexts): Record<string, string> {
  const fields = Object.entries({ summary, ...withPrefix(comments) });
  return Object.fromEntries(
    fields.flatMap(([name, text]) => [
      [`${name}.id`, text?.id ?? ""],
      [`${name}.en`, text?.en ?? ""],
    ]),
  );
}

function withPrefix(comments: ReportTexts["comments"]): ReportTexts["comments"] {
  return Object.fromEntries(Object.entries(comments).map(([key, text]) => [`comments.${key}`, text]));
}
