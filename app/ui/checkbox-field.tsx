import { controlProps, FieldError, FieldGroup, type FieldProps } from "./field";
import { fieldId } from "./form-errors";
import type { RadioOption } from "./radio-field";

export type CheckboxFieldProps = FieldProps & { value?: string; defaultChecked?: boolean };

/** One box with its own label. */
export function CheckboxField({ value = "on", defaultChecked, ...field }: CheckboxFieldProps) {
  const { name, id = fieldId(name), label, hint, error, className } = field;
  return (
    <div className={className ?? "field"}>
      <FieldError id={id} error={error} />
      <div className="choice">
        <input
          {...controlProps({ ...field, required: false })}
          type="checkbox"
          value={value}
          defaultChecked={defaultChecked}
        />
        <label htmlFor={id}>{label}</label>
        {hint ? (
          <div id={`${id}-hint`} className="choice-hint">
            {hint}
          </div>
        ) : null}
      </div>
    </div>
  );
}

export type CheckboxGroupProps = FieldProps & {
  options: readonly RadioOption[];
  defaultValues?: readonly string[];
};

/** Several boxes under one name: the form sends one value for each that is ticked. */
export function CheckboxGroup({ options, defaultValues = [], ...field }: CheckboxGroupProps) {
  const { name, id = fieldId(name) } = field;
  return (
    <FieldGroup {...field}>
      <div className="choices">
        {options.map((option, index) => {
          const optionId = index === 0 ? id : `${id}-${index + 1}`;
          return (
            <div key={option.value} className="choice">
              <input
                type="checkbox"
                id={optionId}
                name={name}
                value={option.value}
                defaultChecked={defaultValues.includes(option.value)}
                aria-describedby={option.hint ? `${optionId}-about` : undefined}
              />
              <label htmlFor={optionId}>{option.label}</label>
              {option.hint ? (
                <div id={`${optionId}-about`} className="choice-hint">
                  {option.hint}
                </div>
              ) : null}
            </div>
          );
        })}
      </div>
    </FieldGroup>
  );
}
