import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { m } from "~/i18n/messages";
import { ErrorSummary } from "~/ui/error-summary";
import type { FieldErrors } from "~/ui/form-errors";
import { labelledErrors } from "~/ui/labelled-errors";
import { TextArea } from "~/ui/text-area";

export type Named = { key: string; name: string };
type Values = Record<string, string>;

const LANGUAGES = [
  ["id", () => m.texts_language_id()],
  ["en", () => m.texts_language_en()],
] as const;

type TextsFormProps = {
  functions: Named[];
  values: Values;
  /** What is stored by now, where somebody else saved in between. */
  stored: Values | null;
  errors?: FieldErrors;
  longest: { summary: number; comment: number };
  /** The buttons, and what stands above them. */
  children: ReactNode;
};

/** The summary, then a comment for every function, each in both languages. */
export function TextsForm(props: TextsFormProps) {
  const { functions, errors, longest, values, stored, children } = props;
  const rows = [
    { name: "summary", title: m.texts_summary(), hint: m.texts_summary_hint(), longest: longest.summary },
    ...functions.map(({ key, name: title }) => ({
      ...{ name: `comments.${key}`, title, hint: undefined, longest: longest.comment },
    })),
  ];
  const labels = Object.fromEntries(
    rows.flatMap(({ name, title: what }) =>
      LANGUAGES.map(([key, language]) => [`${name}.${key}`, m.texts_field({ what, language: language() })]),
    ),
  );
  const [summary, ...comments] = rows.map((row) => (
    <Row key={row.name} {...row} {...{ values, stored, errors }} />
  ));
  return (
    <Form method="post" noValidate>
      <ErrorSummary errors={labelledErrors(errors, labels)} title={m.consultant_not_done()} />
      <input type="hidden" name="base" value={values.base ?? "0"} />
      {summary}
      <h2 className="mt-8 mb-5">{m.texts_comments()}</h2>
      {comments}
      {children}
    </Form>
  );
}

type RowProps = Pick<TextsFormProps, "values" | "stored" | "errors"> & {
  name: string;
  title: string;
  hint?: string;
  longest: number;
};

function Row({ name, title, hint, longest, values, stored, errors }: RowProps) {
  const isSummary = name === "summary";
  return (
    <fieldset className="texts-row">
      <legend>{title}</legend>
      <div className="texts-languages">
        {LANGUAGES.map(([language, label]) => {
          const field = `${name}.${language}`;
          return (
            <div key={language}>
              <TextArea
                name={field}
                label={label()}
                hint={hint}
                rows={isSummary ? 10 : 5}
                maxCharacters={longest}
                defaultValue={values[field]}
                error={errors?.[field]}
                required={false}
                autoComplete="off"
              />
              <Stored typed={values[field] ?? ""} stored={stored && (stored[field] ?? "")} />
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}

/** What somebody else has stored where something else was typed. */
function Stored({ typed, stored }: { typed: string; stored: string | null }) {
  if (stored === null || stored === typed.replace(/\r\n?/g, "\n").trim()) return null;
  return (
    <div className="texts-stored">
      <strong>{m.texts_stale_stored()}</strong>
      {"\n"}
      {stored || m.texts_stale_stored_empty()}
    </div>
  );
}
