import type { ReactNode } from "react";
import { classNames } from "./class-names";

export type DisclosureProps = {
  summary: ReactNode;
  /** How many things are inside, shown beside the summary. */
  count?: number | string;
  open?: boolean;
  children: ReactNode;
  className?: string;
};

/** Folded content: native, so that it works without JavaScript and is found by the browser's search. */
export function Disclosure({ summary, count, open, children, className }: DisclosureProps) {
  return (
    <details className={classNames("disclosure", className)} open={open}>
      <summary>
        <svg viewBox="0 0 16 16" className="disclosure-sign" aria-hidden="true" focusable="false">
          <path d="m6 3 5 5-5 5" className="sign-stroke" />
        </svg>
        <span className="min-w-0 flex-1">{summary}</span>
        {count === undefined ? null : <span className="disclosure-count">{count}</span>}
      </summary>
      <div className="disclosure-body">{children}</div>
    </details>
  );
}
