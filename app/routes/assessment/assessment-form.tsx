import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { m } from "~/i18n/messages";
import { DateField } from "~/ui/date-field";
import { ErrorSummary } from "~/ui/error-summary";
import { FieldError } from "~/ui/field";
import { type FieldErrors, fieldId } from "~/ui/form-errors";
import { labelledErrors } from "~/ui/labelled-errors";
import { RadioField } from "~/ui/radio-field";
import { TextField } from "~/ui/text-field";
import type { GOALS } from "./goals";
import { PanelOptions } from "./panel-options";

/** A function that can be left out of the overall; `restates` where it repeats what the levels mean. */
export type FormFunction = { key: string; name: string; restates: boolean };

export type AssessmentFormProps = {
  /** `anonymity` and `consensusGoal` only while they may still be chosen. */
  values: Record<string, string>;
  /** The consensus that was agreed, where it can no longer be chosen. */
  fixedGoal?: keyof typeof GOALS;
  errors?: FieldErrors;
  functions: FormFunction[];
  /** Fields before the first one, hidden ones too. */
  before?: ReactNode;
  /** The buttons. */
  children: ReactNode;
};

/** The settings of an assessment; the same form for a new one and for changing it. */
export function AssessmentForm(props: AssessmentFormProps) {
  const { values, errors, functions, fixedGoal, before, children } = props;
  const labels = {
    title: m.consultant_assessment_title(),
    asOf: m.consultant_as_of_label(),
    deadline: m.consultant_deadline(),
    quorum: m.consultant_quorum(),
    language: m.consultant_language(),
    anonymity: m.consultant_anonymity(),
    consensusGoal: m.consultant_goal(),
  };
  const field = (name: keyof typeof labels) => ({
    name,
    label: labels[name],
    defaultValue: values[name],
    error: errors?.[name],
  });
  const languages = [
    { value: "id", label: m.ui_language_id() },
    { value: "en", label: m.ui_language_en() },
  ];
  return (
    <Form method="post" noValidate className="max-w-measure">
      <ErrorSummary errors={labelledErrors(errors, labels)} />
      {before}
      <TextField {...field("title")} hint={m.consultant_assessment_title_hint()} autoComplete="off" />
      <div className="my-7 grid gap-x-6 gap-y-7 sm:grid-cols-2 [&>.field]:mt-0 [&>.field]:content-end">
        <DateField {...field("asOf")} hint={m.consultant_as_of_hint()} />
        <DateField {...field("deadline")} hint={m.consultant_deadline_hint()} required={false} />
      </div>
      <TextField
        {...field("quorum")}
        hint={m.consultant_quorum_hint()}
        inputMode="numeric"
        autoComplete="off"
        width="short"
      />
      <RadioField {...field("language")} hint={m.consultant_language_hint()} inline options={languages} />
      {values.anonymity ? (
        <RadioField
          {...field("anonymity")}
          hint={m.consultant_anonymity_hint()}
          options={[
            {
              value: "grouped",
              label: m.consultant_anonymity_grouped(),
              hint: m.consultant_anonymity_grouped_hint(),
            },
            {
              value: "named",
              label: m.consultant_anonymity_named(),
              hint: m.consultant_anonymity_named_hint(),
            },
          ]}
        />
      ) : null}
      <PanelOptions values={values} errors={errors} fixedGoal={fixedGoal} />
      <LeftOut functions={functions} values={values} error={errors?.leftOut} />
      <div className="mt-9 flex flex-wrap gap-3">{children}</div>
    </Form>
  );
}

/** One box a function, each with a name of its own, so that all that were ticked come back after a refusal. */
function LeftOut(props: {
  functions: FormFunction[];
  values: Record<string, string>;
  error?: string[] | null;
}) {
  const { functions, values, error } = props;
  const id = fieldId("leftOut");
  return (
    <fieldset className="field" aria-describedby={`${id}-hint`}>
      <legend className="field-label">{m.consultant_left_out()}</legend>
      <p id={`${id}-hint`} className="field-hint">
        {m.consultant_left_out_hint()}
      </p>
      <FieldError id={id} error={error} />
      <div className="choices sm:grid-cols-2 sm:gap-x-6">
        {functions.map(({ key, name, restates }, index) => {
          const own = index === 0 ? id : `${id}-${key}`;
          return (
            <div key={key} className={restates ? "choice sm:col-span-2" : "choice"}>
              <input
                type="checkbox"
                id={own}
                name={`leftOut.${key}`}
                defaultChecked={values[`leftOut.${key}`] !== undefined}
                aria-describedby={restates ? `${own}-about` : undefined}
              />
              <label htmlFor={own}>{name}</label>
              {restates ? (
                <div id={`${own}-about`} className="choice-hint">
                  {m.consultant_restates_stages()}
                </div>
              ) : null}
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}
