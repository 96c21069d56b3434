import { countPortfolio, listPortfolio, type PortfolioFilter } from "#db/portfolio";
import { listBusyCompanies } from "#db/waves";
import type { ScopedContext } from "./context";
import { MOST_AT_ONCE } from "./templates";

/** A company that an assessment can be opened for; `busy` where one is going on already. */
export type Choosable = { id: string; name: string; industry: string; busy: boolean };

/** The companies that a filter leaves, by name and as many as can be chosen at once, and how many there are in all. */
export function readChoosable(
  context: ScopedContext,
  filter: PortfolioFilter,
): { companies: Choosable[]; total: number } {
  const { db, scope } = context;
  const sort = { key: "name", descending: false } as const;
  const entries = listPortfolio(db, scope, { filter, sort, limit: MOST_AT_ONCE, offset: 0 });
  const busy = new Set(
    listBusyCompanies(
      db,
      scope,
      entries.map(({ company }) => company.id),
    ),
  );
  const companies = entries.map(({ company: { id, name, industry } }) => ({
    ...{ id, name, industry },
    busy: busy.has(id),
  }));
  return { companies, total: countPortfolio(db, scope, filter) };
}
