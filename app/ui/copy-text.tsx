import { useId, useRef } from "react";
import { m } from "~/i18n/messages";
import { Button } from "./button";
import { useCopy } from "./use-copy";

/** A text of several lines to take along. Without JavaScript it can be selected; with it there is a button. */
export function CopyText({ label, value, rows = 12 }: { label: string; value: string; rows?: number }) {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const { copied, copy } = useCopy(value, area);

  return (
    <div className="grid gap-2">
      <label htmlFor={id} className="text-sm font-semibold">
        {label}
      </label>
      <textarea
        ref={area}
        id={id}
        className="control control-full text-sm"
        rows={rows}
        value={value}
        readOnly
      />
      <div className="flex items-center gap-3">
        {copy ? (
          <Button type="button" variant="secondary" size="small" onClick={copy}>
            {copied ? m.ui_copied() : m.ui_copy()}
          </Button>
        ) : null}
        <span role="status" className="sr-only">
          {copied ? m.ui_copied() : ""}
        </span>
      </div>
    </div>
  );
}
