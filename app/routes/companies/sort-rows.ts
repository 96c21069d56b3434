import type { PortfolioRow } from "~/use-cases/portfolio";

/** A row with the names of its industry and country in the reader's language. */
export type CompanyRow = PortfolioRow & { industry: string; country: string };

export const SORT_KEYS = ["name", "industry", "asOf", "level"] as const;
export type SortKey = (typeof SORT_KEYS)[number];
/** How the list is ordered; in the address it is the key, with a minus before it for the other way round. */
export type Sort = { key: SortKey; descending: boolean };

/** Reads the order from the address; anything unknown is by name. */
export function readSort(wanted: string | null): Sort {
  const key = SORT_KEYS.find((candidate) => candidate === wanted?.replace(/^-/, ""));
  return key ? { key, descending: wanted?.startsWith("-") ?? false } : { key: "name", descending: false };
}

/** The address of the list ordered by `key`; asked again for the same key, the other way round. */
export function sortHref(key: SortKey, now: Sort): string {
  return `/companies?sort=${now.key === key && !now.descending ? "-" : ""}${key}`;
}

/**
 * The rows in order. Rows that have nothing to order by stand last both ways, and equal rows keep the order they
 * came in, which is by name. `compareText` orders words the reader's way.
 */
export function sortRows(
  rows: CompanyRow[],
  { key, descending }: Sort,
  compareText: (a: string, b: string) => number,
): CompanyRow[] {
  return [...rows].sort((a, b) => {
    const [left, right] = [sortValue(a, key), sortValue(b, key)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    const order =
      typeof left === "number" && typeof right === "number"
        ? left - right
        : compareText(String(left), String(right));
    return descending ? -order : order;
  });
}

function sortValue({ company, industry, latest, result }: CompanyRow, key: SortKey): string | number | null {
  switch (key) {
    case "name":
      return company.name;
    case "industry":
      return industry;
    case "asOf":
      return latest?.asOf ?? null;
    case "level":
      // The share of the way up, since companies may be measured by rubrics with different numbers of levels.
      return result?.level ? (result.level - 1) / (result.levels.length - 1) : null;
  }
}
