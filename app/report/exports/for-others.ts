import type { Report } from "~/use-cases/read-report";

/**
 * A report as it may leave the app in a file that anybody can pass on: nobody named, and nothing of a group smaller
 * than may be shown, also where its reader may see that on the page.
 */
export function forOthers(report: Report): Report {
  const tooFew = new Set(report.functions.filter(({ n }) => n < report.minimumGroup).map(({ key }) => key));
  const isShown = ({ key }: { key: string }) => !tooFew.has(key);
  const { sensitivity, check } = report;
  return readable({
    ...report,
    functions: report.functions.map((fn) => (isShown(fn) ? fn : { ...fn, spread: null })),
    sensitivity: {
      ...sensitivity,
      named: null,
      functions: sensitivity.functions.filter(isShown),
      expertWeight: {
        ...sensitivity.expertWeight,
        functions: sensitivity.expertWeight.functions.filter(isShown),
      },
      confidence: { ...sensitivity.confidence, functions: sensitivity.confidence.functions.filter(isShown) },
    },
    check: check && { ...check, functions: check.functions.map((fn) => ({ ...fn, given: null })) },
  });
}

/** Characters that XML forbids: one of them makes a whole workbook or presentation unreadable. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be in a file
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Surrogate}]/gu;

/** The same value with every text in it fit to be written. */
function readable<T>(value: T): T {
  if (typeof value === "string") return value.replace(FORBIDDEN, "") as T;
  if (Array.isArray(value)) return value.map(readable) as T;
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, readable(inner)])) as T;
}
