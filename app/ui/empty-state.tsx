import type { ReactNode } from "react";
import { Mark } from "./mark";

export type EmptyStateProps = {
  title: ReactNode;
  /** What belongs here, in a sentence or two. */
  children?: ReactNode;
  /** The one next action: a ButtonLink or a small form. */
  action?: ReactNode;
  headingLevel?: 2 | 3;
};

export function EmptyState({ title, children, action, headingLevel = 2 }: EmptyStateProps) {
  const Heading = headingLevel === 2 ? "h2" : "h3";
  return (
    <div className="empty-state">
      <Mark className="size-10 text-line-strong" />
      <Heading className="mt-5 text-xl">{title}</Heading>
      {children ? <div className="mt-2 max-w-[52ch] text-ink-muted">{children}</div> : null}
      {action ? <div className="mt-6">{action}</div> : null}
    </div>
  );
}
