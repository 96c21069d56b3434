import { Form } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { Button } from "~/ui/button";
import type { FieldErrors } from "~/ui/form-errors";
import { SelectField } from "~/ui/select-field";
import { TextArea } from "~/ui/text-area";
import { TextField } from "~/ui/text-field";

type PassFormProps = {
  named: boolean;
  colleagues: { id: string; name: string }[];
  longestNote: number;
  values: Record<string, string>;
  errors: FieldErrors;
};

/** To whom, and a word to them. */
export function PassForm({ named, colleagues, longestNote, values, errors }: PassFormProps) {
  return (
    <Form method="post" noValidate>
      {named ? (
        <SelectField
          name="to"
          label={m.assess_pass_colleague()}
          hint={m.assess_pass_colleague_hint()}
          error={errors.to}
          placeholder={m.assess_pass_choose()}
          options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={values.to}
        />
      ) : (
        <TextField
          name="to"
          type="email"
          label={m.assess_pass_email()}
          hint={m.assess_pass_email_hint()}
          error={errors.to}
          autoComplete="off"
          spellCheck={false}
          defaultValue={values.to}
        />
      )}
      <TextArea
        name="note"
        label={m.assess_pass_note()}
        hint={m.assess_pass_note_hint()}
        error={errors.note}
        required={false}
        maxCharacters={longestNote}
        rows={3}
        defaultValue={values.note}
      />
      <p className="mt-7 text-ink-muted">{m.assess_pass_told()}</p>
      <Button className="mt-5 w-full sm:w-auto">{m.assess_pass_submit()}</Button>
    </Form>
  );
}
