import type { ReactNode } from "react";
import { classNames } from "./class-names";

export type DisclosureContentProps = {
  summary: ReactNode;
  /** How many things are inside, shown beside the summary. */
  count?: number | string;
  children: ReactNode;
};

export type DisclosureProps = DisclosureContentProps & { open?: boolean; className?: string };

/** Folded content: native, so that it works without JavaScript and is found by the browser's search. */
export function Disclosure({ open, className, ...content }: DisclosureProps) {
  return (
    <details className={classNames("disclosure", className)} open={open}>
      <DisclosureContent {...content} />
    </details>
  );
}

/** What stands inside the `details` of class "disclosure"; apart, for what is drawn on the server only. */
export function DisclosureContent({ summary, count, children }: DisclosureContentProps) {
  return (
    <>
      <summary>
        <svg viewBox="0 0 16 16" className="disclosure-sign" aria-hidden="true" focusable="false">
          <path d="m6 3 5 5-5 5" className="sign-stroke" />
        </svg>
        <span className="min-w-0 flex-1">{summary}</span>
        {count === undefined ? null : <span className="disclosure-count">{count}</span>}
      </summary>
      <div className="disclosure-body">{children}</div>
    </>
  );
}
