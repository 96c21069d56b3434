import type { Report } from "~/use-cases/read-report";

/**
 * What stands after the "?" of an address, so that a page or a file is of the same version as this report: "" where
 * there is nothing to say. It fits any address at which the report is read.
 */
export function reportQuery({ version }: Pick<Report, "version">, more: Record<string, string> = {}): string {
  const query = new URLSearchParams({ ...(version === null ? {} : { version: String(version) }), ...more });
  return query.size === 0 ? "" : `?${query}`;
}
