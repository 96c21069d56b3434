import { formatList } from "~/i18n/format-number";
import { m } from "~/i18n/messages";
import type { Report } from "~/use-cases/read-report";

/** Whether any function can be told apart by perspective. */
export function tellsPerspectivesApart({ functions }: Report): boolean {
  return functions.some(({ groups }) => groups.length > 1);
}

/** Which functions the groups of the panel see differently, or that none can be told apart. */
export function triangulationReading(report: Report): string {
  if (!tellsPerspectivesApart(report)) return m.report_triangulation_one();
  const differing = report.functions.filter(({ groups, differs }) => groups.length > 1 && differs);
  if (differing.length === 0) return m.report_triangulation_agree();
  return m.report_triangulation_differ({ functions: formatList(differing.map(({ name }) => name)) });
}
