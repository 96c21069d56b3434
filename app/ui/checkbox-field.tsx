import { controlProps, FieldError, type FieldProps } from "./field";
import { fieldId } from "./form-errors";

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
