import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { m } from "~/i18n/messages";
import { levelLabel } from "~/report/words";
import { DateField } from "~/ui/date-field";
import { ErrorSummary } from "~/ui/error-summary";
import type { FieldErrors } from "~/ui/form-errors";
import { labelledErrors } from "~/ui/labelled-errors";
import { SelectField } from "~/ui/select-field";
import { TextField } from "~/ui/text-field";

export type Named = { key: string; name: string };
export type Levels = { number: number; name: string }[];

type GoalsFormProps = {
  functions: Named[];
  levels: Levels;
  values: Record<string, string>;
  errors?: FieldErrors;
  lightest: number;
  heaviest: number;
  /** The buttons. */
  children: ReactNode;
};

/** One row a function: the target with its date and reason, the weight with its reason. */
export function GoalsForm({ functions, values, errors, children, ...rest }: GoalsFormProps) {
  const labels = Object.fromEntries(
    functions.flatMap(({ key, name }) => [
      [`target.${key}`, `${name}, ${m.compare_goals_target().toLowerCase()}`],
      [`due.${key}`, `${name}, ${m.compare_goals_due().toLowerCase()}`],
      [`targetReason.${key}`, `${name}, ${m.compare_goals_target_reason().toLowerCase()}`],
      [`weight.${key}`, `${name}, ${m.compare_goals_weight().toLowerCase()}`],
      [`weightReason.${key}`, `${name}, ${m.compare_goals_weight_reason().toLowerCase()}`],
    ]),
  );
  return (
    <Form method="post" noValidate>
      <ErrorSummary errors={labelledErrors(errors, labels)} />
      {functions.map((fn) => (
        <Row key={fn.key} fn={fn} values={values} errors={errors} {...rest} />
      ))}
      <div className="mt-9 flex flex-wrap gap-3">{children}</div>
    </Form>
  );
}

type RowProps = Pick<GoalsFormProps, "levels" | "values" | "errors" | "lightest" | "heaviest"> & {
  fn: Named;
};

function Row({ fn: { key, name: functionName }, levels, values, errors, lightest, heaviest }: RowProps) {
  const field = (kind: string, label: string) => {
    const name = `${kind}.${key}`;
    return { name, label, defaultValue: values[name], error: errors?.[name], required: kind === "weight" };
  };
  const options = levels.map(({ number }) => ({ value: String(number), label: levelLabel(levels, number) }));
  return (
    <fieldset className="goals-row">
      <legend>{functionName}</legend>
      <SelectField
        {...field("target", m.compare_goals_target())}
        options={options}
        placeholder={m.compare_goals_no_target()}
      />
      <DateField {...field("due", m.compare_goals_due())} />
      <TextField {...field("targetReason", m.compare_goals_target_reason())} autoComplete="off" />
      <TextField
        {...field("weight", m.compare_goals_weight())}
        type="number"
        width="short"
        inputMode="decimal"
        min={lightest}
        max={heaviest}
        step={lightest}
        autoComplete="off"
      />
      <TextField {...field("weightReason", m.compare_goals_weight_reason())} autoComplete="off" />
    </fieldset>
  );
}
