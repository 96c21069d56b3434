import type { ReactNode } from "react";
import { m } from "~/i18n/messages";
import { classNames } from "./class-names";
import { fieldId } from "./form-errors";

/** What every field takes. Fields are required unless `required={false}`, which adds "(optional)" to the label. */
export type FieldProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string[] | null;
  required?: boolean;
  /** The id of the control; by default made of the name, which is what the error summary links to. */
  id?: string;
  className?: string;
};

/** The ids and ARIA attributes that tie a control to its hint and error. */
export function controlProps({ name, id = fieldId(name), hint, error, required = true }: FieldProps) {
  const describedBy = [hint && `${id}-hint`, error?.length && `${id}-error`].filter(Boolean).join(" ");
  return {
    id,
    name,
    "aria-describedby": describedBy || undefined,
    "aria-invalid": error?.length ? (true as const) : undefined,
    "aria-required": required || undefined,
  };
}

export function OptionalMark({ required = true }: { required?: boolean }) {
  return required ? null : <span className="font-normal text-ink-muted"> {m.ui_optional()}</span>;
}

export function FieldHint({ id, children }: { id: string; children: ReactNode }) {
  return children ? (
    <div id={`${id}-hint`} className="field-hint">
      {children}
    </div>
  ) : null;
}

export function FieldError({ id, error }: { id: string; error?: string[] | null }) {
  return error?.length ? (
    <p id={`${id}-error`} className="field-error">
      <span className="sr-only">{m.ui_error_prefix()} </span>
      {error.join(" ")}
    </p>
  ) : null;
}

/** Label, hint and error around one control. */
export function Field({ children, ...field }: FieldProps & { children: ReactNode }) {
  const { name, id = fieldId(name), label, hint, error, required, className } = field;
  return (
    <div className={classNames("field", Boolean(error?.length) && "field-with-error", className)}>
      <label htmlFor={id} className="field-label">
        {label}
        <OptionalMark required={required} />
      </label>
      <FieldHint id={id}>{hint}</FieldHint>
      <FieldError id={id} error={error} />
      {children}
    </div>
  );
}

/** The same for a group of controls: fieldset and legend. */
export function FieldGroup({ children, ...field }: FieldProps & { children: ReactNode }) {
  const { name, id = fieldId(name), label, hint, error, required, className } = field;
  const described = controlProps(field)["aria-describedby"];
  return (
    <fieldset
      className={classNames("field", Boolean(error?.length) && "field-with-error", className)}
      aria-describedby={described}
    >
      <legend className="field-label">
        {label}
        <OptionalMark required={required} />
      </legend>
      <FieldHint id={id}>{hint}</FieldHint>
      <FieldError id={id} error={error} />
      {children}
    </fieldset>
  );
}
