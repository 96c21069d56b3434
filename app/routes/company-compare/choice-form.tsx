import { Form } from "@remix-run/react";
import { formatDate } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { Button } from "~/ui/button";
import { SelectField } from "~/ui/select-field";
import type { Choice } from "~/use-cases/compare-assessments";

type ChoiceFormProps = { choices: Choice[]; chosen: { before: string; after: string } };

/** Which two: a form that asks, so that the address says what is compared. */
export function ChoiceForm({ choices, chosen }: ChoiceFormProps) {
  const options = choices.map(({ id, title, asOf, rubric }) => ({
    value: id,
    label: m.report_compare_option({
      title,
      date: formatDate(asOf),
      rubric: rubric.name,
      version: rubric.version,
    }),
  }));
  return (
    <Form method="get" className="compare-form print-hidden">
      <SelectField
        key={`before ${chosen.before}`}
        name="before"
        label={m.report_compare_before()}
        options={options}
        defaultValue={chosen.before}
        placeholder={m.report_compare_placeholder()}
      />
      <SelectField
        key={`after ${chosen.after}`}
        name="after"
        label={m.report_compare_after()}
        options={options}
        defaultValue={chosen.after}
        placeholder={m.report_compare_placeholder()}
      />
      <Button variant="secondary">{m.report_compare_choose()}</Button>
    </Form>
  );
}
