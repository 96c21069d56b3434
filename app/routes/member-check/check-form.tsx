import { Form, useNavigation } from "@remix-run/react";
import { formatList } from "~/i18n/format-number";
import { m } from "~/i18n/messages";
import type { HeaderFacts } from "~/routes/assessment/assessment-header";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import type { FieldErrors } from "~/ui/form-errors";
import { labelledErrors } from "~/ui/labelled-errors";
import { Notice } from "~/ui/notice";
import type { LevelCheck } from "~/use-cases/read-check";
import { CheckHeader } from "./check-header";
import { answerField, commentField } from "./fields";
import { FunctionCheck } from "./function-check";

export type CheckFormProps = {
  header: HeaderFacts;
  check: LevelCheck;
  /** In characters. */
  longestComment: number;
  /** What was typed and refused. */
  values?: Record<string, string>;
  errors?: FieldErrors;
};

/** Every level that is published or shown, to be confirmed or disputed; a form that may be sent half filled in. */
export function CheckForm({ header, check, longestComment, values, errors }: CheckFormProps) {
  const { functions, levels, withoutResult, kind, number } = check;
  const preview = kind === "preview";
  const saving = useNavigation().state === "submitting";
  const shown = values ?? savedValues(check);
  return (
    <>
      <ErrorSummary errors={labelledErrors(errors, labels(check))} />
      <CheckHeader
        header={header}
        check={check}
        lead={
          <>
            <p>{(preview ? m.check_preview_lead : m.check_lead)({ company: header.companyName })}</p>
            <p className="mt-2 text-base">{preview ? m.check_preview_partial() : m.check_partial()}</p>
          </>
        }
      />
      {preview ? (
        <Notice tone="attention" title={m.check_preview_notice()} className="mb-8 max-w-4xl">
          {m.check_preview_notice_body()}
        </Notice>
      ) : null}
      <Form method="post" noValidate>
        <input type="hidden" name={kind} value={number} />
        <div className="border-b border-line">
          {functions.map((fn) => (
            <FunctionCheck
              key={fn.key}
              {...{ fn, levels, longestComment, errors }}
              values={shown}
              others={fn.given?.answers.filter(({ own }) => !own) ?? []}
            />
          ))}
        </div>
        {withoutResult.length > 0 ? (
          <p className="mt-5 text-ink-muted">{m.check_without_result({ list: formatList(withoutResult) })}</p>
        ) : null}
        <div className="mt-9">
          <Button disabled={saving}>{m.check_send()}</Button>
        </div>
      </Form>
    </>
  );
}

/** The form as the person last saved it. */
function savedValues({ functions }: LevelCheck): Record<string, string> {
  const entries = functions.flatMap(({ key, given }) => {
    const own = given?.answers.find((answer) => answer.own);
    return own
      ? [
          [answerField(key), own.answer],
          [commentField(key), own.comment],
        ]
      : [];
  });
  return Object.fromEntries(entries);
}

/** What the fields are called, for the summary of what is wrong: by function. */
function labels({ functions }: LevelCheck): Record<string, string> {
  return Object.fromEntries(
    functions.flatMap(({ key, name }) => [
      [answerField(key), name],
      [commentField(key), name],
    ]),
  );
}
