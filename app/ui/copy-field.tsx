import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { m } from "~/i18n/messages";

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
  const [hydrated, setHydrated] = useState(false);
  const [copied, setCopied] = useState(false);
  useEffect(() => setHydrated(true), []);

  async function copy() {
    try {
      await navigator.clipboard.writeText(value);
      setCopied(true);
    } catch {
      // No permission (or no secure connection): leave the text selected, ready for the keyboard.
      input.current?.select();
    }
  }

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
        {hydrated ? (
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
