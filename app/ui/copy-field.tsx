import { type ReactNode, useId, useRef } from "react";
import { m } from "~/i18n/messages";
import { useCopy } from "./use-copy";

export type CopyFieldProps = {
  label: ReactNode;
  value: string;
  hint?: ReactNode;
  labelHidden?: boolean;
};

/** A text to take along. Without JavaScript it can be selected; with it there is a button. */
export function CopyField({ label, value, hint, labelHidden = false }: CopyFieldProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const { copied, copy } = useCopy(value, input);

  return (
    <div className="field">
      <label htmlFor={id} className={labelHidden ? "sr-only" : "field-label"}>
        {label}
      </label>
      {hint ? <div className="field-hint">{hint}</div> : null}
      <div className="flex gap-2">
        <input
          ref={input}
          id={id}
          className="control control-full control-copy"
          value={value}
          readOnly
          onFocus={(event) => event.currentTarget.select()}
        />
        {copy ? (
          <button type="button" className="button button-secondary flex-none" onClick={copy}>
            {copied ? m.ui_copied() : m.ui_copy()}
          </button>
        ) : null}
      </div>
      <span role="status" className="sr-only">
        {copied ? m.ui_copied() : ""}
      </span>
    </div>
  );
}
