import { controlProps, Field, type FieldProps } from "./field";

export type SelectOption = { value: string; label: string; disabled?: boolean };

export type SelectFieldProps = FieldProps & {
  options: readonly SelectOption[];
  defaultValue?: string;
  /** A first, empty choice such as "Choose a country". */
  placeholder?: string;
  autoComplete?: string;
};

export function SelectField({
  options,
  defaultValue,
  placeholder,
  autoComplete,
  ...field
}: SelectFieldProps) {
  return (
    <Field {...field}>
      <select
        {...controlProps(field)}
        className="control control-select"
        defaultValue={defaultValue ?? (placeholder === undefined ? undefined : "")}
        autoComplete={autoComplete}
      >
        {placeholder === undefined ? null : <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
