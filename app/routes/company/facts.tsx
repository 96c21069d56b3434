import type { ReactNode } from "react";

export type Fact = { term: string; value: ReactNode };

/** Facts in a narrow column: the term small over its value. */
export function Facts({ rows }: { rows: Fact[] }) {
  return (
    <dl className="grid gap-3.5">
      {rows.map(({ term, value }) => (
        <div key={term}>
          <dt className="text-sm text-ink-muted">{term}</dt>
          <dd className="font-semibold">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
