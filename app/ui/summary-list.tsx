import type { ReactNode } from "react";
import { m } from "~/i18n/messages";
import { Link } from "./link";

export type SummaryRow = {
  key: string;
  term: ReactNode;
  value: ReactNode;
  /** Adds a "change" link; `what` completes it for readers who hear only the link. */
  change?: { href: string; what: string };
};

/** Facts in rows: term, value, and a link to change it. */
export function SummaryList({ rows }: { rows: readonly SummaryRow[] }) {
  return (
    <dl className="summary-list">
      {rows.map((row) => (
        <div key={row.key} className="summary-row">
          <dt>{row.term}</dt>
          <dd>{row.value}</dd>
          {row.change ? (
            <dd className="summary-action print-hidden">
              <Link href={row.change.href} className="link">
                {m.ui_change()}
                <span className="sr-only"> {row.change.what}</span>
              </Link>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  );
}
