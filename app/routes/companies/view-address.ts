import type { PortfolioFilter, PortfolioSort } from "~/use-cases/portfolio";

/** Everything that the list shows is in its address, so that a view can be kept as a bookmark and sent to others. */
export type View = { filter: PortfolioFilter; sort: PortfolioSort; page: number; measure: string | null };

export const NO_FILTER: PortfolioFilter = {
  ...{ search: null, industry: null, size: null, country: null, tag: null, level: null },
};

/** The address of a view; what is not asked for is left out. */
export function viewHref(view: View, change: Partial<View> = {}): string {
  const { filter, sort, page, measure } = { ...view, ...change };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...filter, measure })) {
    if (value !== null) query.set(name, String(value));
  }
  if (sort.key !== "name" || sort.descending) query.set("sort", `${sort.descending ? "-" : ""}${sort.key}`);
  if (page > 1) query.set("page", String(page));
  const text = query.toString();
  return text === "" ? "/companies" : `/companies?${text}`;
}

/** The address of the list ordered by `key` from its first page; asked again for the same key, the other way round. */
export function sortHref(view: View, key: PortfolioSort["key"]): string {
  const descending = view.sort.key === key && !view.sort.descending;
  return viewHref(view, { sort: { key, descending }, page: 1 });
}

/** Whether the view leaves companies out. */
export function isFiltered({ filter }: View): boolean {
  return Object.values(filter).some((value) => value !== null);
}
