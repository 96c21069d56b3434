import { controlProps, Field, type FieldProps } from "./field";

export type DateFieldProps = FieldProps & {
  /** Dates are ISO days, "2026-06-30"; the browser shows them in the reader's own form. */
  defaultValue?: string;
  min?: string;
  max?: string;
  autoComplete?: string;
};

export function DateField({ defaultValue, min, max, autoComplete, ...field }: DateFieldProps) {
  return (
    <Field {...field}>
      <input
        {...controlProps(field)}
        type="date"
        className="control control-short"
        defaultValue={defaultValue}
        min={min}
        max={max}
        autoComplete={autoComplete}
      />
    </Field>
  );
}
