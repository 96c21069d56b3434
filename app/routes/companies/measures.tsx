import { m } from "~/i18n/messages";
import { Link } from "~/ui/link";
import type { PortfolioView } from "./portfolio-view.server";
import { type View, viewHref } from "./view-address";

/** By which rubric the columns are; where companies were measured by several, the way to the others. */
export function Measures({ view, portfolio }: { view: View; portfolio: PortfolioView }) {
  const { measure, measures } = portfolio;
  if (measures.length < 2) return null;
  return (
    <p className="mb-3 flex flex-wrap gap-x-4 gap-y-1 text-sm">
      <span className="text-ink-muted">{m.portfolio_columns_of()}</span>
      {measures.map(({ value, name, version, companies }) =>
        value === measure ? (
          <strong key={value}>{m.portfolio_measure({ name, version, companies })}</strong>
        ) : (
          <Link key={value} href={viewHref(view, { measure: value })} className="link">
            {m.portfolio_measure({ name, version, companies })}
          </Link>
        ),
      )}
    </p>
  );
}
