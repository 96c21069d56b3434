import { Form } from "@remix-run/react";
import { formatList } from "~/i18n/format-number";
import { m } from "~/i18n/messages";
import { PERSPECTIVES } from "~/routes/assessment-panel/perspectives";
import { Button, ButtonLink } from "~/ui/button";
import { Disclosure } from "~/ui/disclosure";
import { ErrorSummary } from "~/ui/error-summary";
import { controlProps, Field } from "~/ui/field";
import type { FieldErrors } from "~/ui/form-errors";
import { labelledErrors } from "~/ui/labelled-errors";
import { TextArea } from "~/ui/text-area";

/** What the page says a file may have, in MB: as much as also fits the form of the next step. */
const MEGABYTES = 3;

type MembersFormProps = { pasted?: string; errors?: FieldErrors; cancelHref: string };

/** The first step: a table from a file or pasted. */
export function MembersForm({ pasted, errors, cancelHref }: MembersFormProps) {
  const labels = { file: m.import_file(), pasted: m.import_paste() };
  const field = (name: keyof typeof labels) => ({
    ...{ name, label: labels[name], error: errors?.[name], required: false },
  });
  const file = { ...field("file"), hint: m.panel_import_file_hint({ megabytes: MEGABYTES }) };
  const allowed = formatList(Object.values(PERSPECTIVES).map(({ label }) => label()));
  return (
    <Form method="post" encType="multipart/form-data" noValidate className="max-w-measure">
      <ErrorSummary errors={labelledErrors(errors, labels)} />
      <input type="hidden" name="intent" value="read" />
      <Field {...file}>
        <input
          {...controlProps(file)}
          type="file"
          accept=".xlsx,.csv,.tsv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          className="control control-full"
        />
      </Field>
      <TextArea {...field("pasted")} hint={m.panel_import_paste_hint()} defaultValue={pasted} rows={8} />
      <Disclosure summary={m.panel_import_shape()} className="mt-6">
        <ul className="prose list-disc pl-5">
          <li>{m.panel_import_shape_order()}</li>
          <li>{m.panel_import_shape_perspective({ allowed })}</li>
          <li>{m.panel_import_shape_weight()}</li>
          <li>{m.panel_import_shape_functions()}</li>
        </ul>
      </Disclosure>
      <div className="mt-9 flex flex-wrap gap-3">
        <Button>{m.panel_import_read()}</Button>
        <ButtonLink href={cancelHref} variant="quiet">
          {m.consultant_cancel()}
        </ButtonLink>
      </div>
    </Form>
  );
}
