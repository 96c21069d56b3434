import { formatNumber } from "~/i18n/format-number";
import { m } from "~/i18n/messages";
import { controlProps, Field, type FieldProps } from "./field";

export type TextAreaProps = FieldProps & {
  defaultValue?: string;
  rows?: number;
  /** Says the limit under the label. The server enforces it, so that nothing typed is cut off silently. */
  maxCharacters?: number;
  autoComplete?: string;
};

export function TextArea({ defaultValue, rows = 4, maxCharacters, autoComplete, ...props }: TextAreaProps) {
  const limit = maxCharacters && m.ui_characters_at_most({ max: formatNumber(maxCharacters, 0) });
  const hint =
    props.hint && limit ? (
      <>
        {props.hint} {limit}
      </>
    ) : (
      props.hint || limit || undefined
    );
  const field = { ...props, hint };
  return (
    <Field {...field}>
      <textarea
        {...controlProps(field)}
        className="control control-full"
        rows={rows}
        defaultValue={defaultValue}
        autoComplete={autoComplete}
      />
    </Field>
  );
}
