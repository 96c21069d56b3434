import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { m } from "~/i18n/messages";
import type { FieldErrors } from "~/ui/form-errors";
import { RadioField } from "~/ui/radio-field";
import { TextField } from "~/ui/text-field";
import { AskedField, type AskedFieldProps } from "./asked-field";
import { PERSPECTIVES } from "./perspectives";

/** What the fields are called, for the summary of what is wrong. */
export const memberLabels = () => ({
  name: m.consultant_person_name(),
  email: m.consultant_person_email(),
  perspective: m.consultant_perspective(),
  weight: m.consultant_weight(),
  weightReason: m.panel_weight_reason(),
  functions: m.consultant_asked(),
});

export type MemberFormProps = {
  functions: AskedFieldProps["functions"];
  values?: Record<string, string>;
  errors?: FieldErrors;
  /** The buttons, and hidden fields. */
  children: ReactNode;
};

/** A member of the panel; the same form for a new one and for changing one. */
export function MemberForm({ functions, values, errors, children }: MemberFormProps) {
  const labels = memberLabels();
  const field = (name: keyof typeof labels) => ({
    name,
    label: labels[name],
    defaultValue: values?.[name],
    error: errors?.[name],
  });
  return (
    <Form method="post" noValidate className="max-w-4xl">
      <div className="grid gap-x-6 gap-y-7 sm:grid-cols-2 [&>.field]:mt-0 [&>.field]:content-end">
        <TextField {...field("name")} autoComplete="off" />
        <TextField {...field("email")} type="email" autoComplete="off" />
      </div>
      <RadioField
        {...field("perspective")}
        className="mt-7 sm:[&_.choices]:grid-cols-2 sm:[&_.choices]:gap-x-6"
        hint={m.consultant_perspective_hint()}
        options={Object.entries(PERSPECTIVES).map(([value, { label, about }]) => ({
          value,
          label: label(),
          hint: about(),
        }))}
      />
      <AskedField functions={functions} values={values} errors={errors} />
      <TextField
        {...field("weight")}
        className="mt-7"
        hint={m.consultant_weight_hint()}
        inputMode="decimal"
        autoComplete="off"
        width="short"
        defaultValue={values?.weight ?? "1"}
      />
      <TextField
        {...field("weightReason")}
        className="mt-7 max-w-measure"
        hint={m.panel_weight_reason_hint()}
        required={false}
        autoComplete="off"
      />
      <div className="mt-9 flex flex-wrap gap-3">{children}</div>
    </Form>
  );
}
