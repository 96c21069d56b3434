import { Form } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { Button, ButtonLink } from "~/ui/button";
import { Disclosure } from "~/ui/disclosure";
import { ErrorSummary } from "~/ui/error-summary";
import { controlProps, Field } from "~/ui/field";
import type { FieldErrors } from "~/ui/form-errors";
import { labelledErrors } from "~/ui/labelled-errors";
import { SelectField } from "~/ui/select-field";
import { TextArea } from "~/ui/text-area";
import { TextField } from "~/ui/text-field";

/** What the page says a file may have, in MB: as much as also fits the form of the next step. */
const MEGABYTES = 3;

export type TableFormProps = {
  rubrics: { key: string; name: string }[];
  values: Record<string, string>;
  errors?: FieldErrors;
  cancelHref: string;
};

/** The first step: the rubric, and a table from a file or pasted. */
export function TableForm({ rubrics, values, errors, cancelHref }: TableFormProps) {
  const labels = {
    rubricKey: m.import_rubric(),
    file: m.import_file(),
    sheet: m.import_sheet(),
    pasted: m.import_paste(),
  };
  const field = (name: keyof typeof labels) => ({ name, label: labels[name], error: errors?.[name] });
  const [only, ...others] = rubrics;
  const file = { ...field("file"), required: false, hint: m.import_file_hint({ megabytes: MEGABYTES }) };
  return (
    <Form method="post" encType="multipart/form-data" noValidate className="max-w-measure">
      <ErrorSummary errors={labelledErrors(errors, labels)} />
      <input type="hidden" name="intent" value="read" />
      {only && others.length === 0 ? (
        <input type="hidden" name="rubricKey" value={only.key} />
      ) : (
        <SelectField
          {...field("rubricKey")}
          hint={m.import_rubric_hint()}
          placeholder={m.import_rubric_choose()}
          defaultValue={values.rubricKey}
          options={rubrics.map(({ key, name }) => ({ value: key, label: name }))}
        />
      )}
      <Field {...file}>
        <input
          {...controlProps(file)}
          type="file"
          accept=".xlsx,.csv,.tsv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          className="control control-full file:mr-3 file:cursor-pointer file:rounded-md file:border-0 file:bg-accent-soft file:px-3 file:py-1.5 file:font-semibold file:text-accent"
        />
      </Field>
      <TextField
        {...field("sheet")}
        hint={m.import_sheet_hint()}
        defaultValue={values.sheet}
        required={false}
        width="medium"
        autoComplete="off"
      />
      <TextArea
        {...field("pasted")}
        hint={m.import_paste_hint()}
        defaultValue={values.pasted}
        required={false}
        rows={6}
      />
      <Disclosure summary={m.import_shapes()} className="mt-6">
        <ul className="prose list-disc pl-5">
          <li>{m.import_shape_long()}</li>
          <li>{m.import_shape_wide()}</li>
          <li>{m.import_shape_rest()}</li>
        </ul>
      </Disclosure>
      <div className="mt-9 flex flex-wrap gap-3">
        <Button>{m.import_read()}</Button>
        <ButtonLink href={cancelHref} variant="quiet">
          {m.consultant_cancel()}
        </ButtonLink>
      </div>
    </Form>
  );
}
