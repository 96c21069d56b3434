import type { InputHTMLAttributes } from "react";
import { classNames } from "./class-names";
import { controlProps, Field, type FieldProps } from "./field";

export type TextFieldProps = FieldProps & {
  type?: "text" | "email" | "password" | "search" | "tel" | "url" | "number";
  /** How wide the box is: by what one writes in it, not by the page. */
  width?: "full" | "medium" | "short";
} & Pick<
    InputHTMLAttributes<HTMLInputElement>,
    | "autoComplete"
    | "autoFocus"
    | "defaultValue"
    | "inputMode"
    | "max"
    | "maxLength"
    | "min"
    | "placeholder"
    | "readOnly"
    | "spellCheck"
    | "step"
  >;

export function TextField({ type = "text", width = "full", ...props }: TextFieldProps) {
  const { label, hint, error, required, id, className, name, ...input } = props;
  const field = { name, label, hint, error, required, id, className };
  return (
    <Field {...field}>
      <input
        {...input}
        {...controlProps(field)}
        type={type}
        className={classNames("control", `control-${width}`)}
      />
    </Field>
  );
}
