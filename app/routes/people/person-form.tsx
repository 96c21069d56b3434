import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { m } from "~/i18n/messages";
import { Button } from "~/ui/button";
import type { FieldErrors } from "~/ui/form-errors";
import { TextField } from "~/ui/text-field";

/** What the fields are called, for the summary of what is wrong. */
export const personLabels = () => ({
  name: m.consultant_person_name(),
  email: m.consultant_person_email(),
  role: m.consultant_person_role(),
});

export type PersonFormProps = {
  values?: Record<string, string>;
  errors?: FieldErrors;
  button: string;
  /** Fields between the address and the button. */
  children?: ReactNode;
};

/** Gives somebody access by name and address. */
export function PersonForm({ values, errors, button, children }: PersonFormProps) {
  return (
    <Form method="post" noValidate className="max-w-measure">
      <input type="hidden" name="intent" value="add" />
      <TextField
        name="name"
        label={m.consultant_person_name()}
        autoComplete="off"
        defaultValue={values?.name}
        error={errors?.name}
      />
      <TextField
        name="email"
        type="email"
        label={m.consultant_person_email()}
        autoComplete="off"
        defaultValue={values?.email}
        error={errors?.email}
      />
      {children}
      <div className="mt-9">
        <Button>{button}</Button>
      </div>
    </Form>
  );
}
