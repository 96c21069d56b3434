import type { ReactNode } from "react";
import { Button } from "./button";

export type RemoveFoldProps = {
  /** What to press first, and what to press then. */
  label: string;
  sure: string;
  /** Names the thing for those who hear the page. */
  of: string;
  /** What is lost. */
  about: string;
  /** Where the form goes; by default the page's own address. */
  action?: string;
  /** Hidden fields that say what is meant. */
  children: ReactNode;
};

/** Removing something from a list: folded, so that nobody does it by a slip, and without a page of its own. */
export function RemoveFold({ label, sure, of, about, action, children }: RemoveFoldProps) {
  return (
    <details className="text-sm">
      <summary className="link inline-block min-h-8 cursor-pointer list-none py-1 pointer-coarse:min-h-11 pointer-coarse:py-2.5 [&::-webkit-details-marker]:hidden">
        {label}
        <span className="sr-only"> {of}</span>
      </summary>
      <form method="post" action={action} className="flex flex-wrap items-center gap-x-4 gap-y-2 pt-1 pb-2">
        {children}
        <p className="text-ink-muted">{about}</p>
        <Button variant="danger" size="small">
          {sure}
          <span className="sr-only"> {of}</span>
        </Button>
      </form>
    </details>
  );
}
