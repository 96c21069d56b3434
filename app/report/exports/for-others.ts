import type { Answers } from "~/use-cases/check-answers";
import type { LevelCheck } from "~/use-cases/read-check";
import type { Report } from "~/use-cases/read-report";
import { withholdAgreement } from "~/use-cases/withhold-agreement";

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
    agreement: withholdAgreement(report.agreement, report.functions, report.minimumGroup),
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
    check: check && withoutWords(check, report.minimumGroup),
  });
}

/** What is said to the levels, without anybody's words, and of informants only where enough of them answered. */
function withoutWords(check: LevelCheck, minimumGroup: number): LevelCheck {
  const told = <A extends Answers>(answers: A): A => {
    const { informants } = answers;
    const enough = informants && informants.confirmed + informants.disputed >= minimumGroup;
    return { ...answers, given: null, informants: enough ? { ...informants, answers: null } : null };
  };
  const functions = check.functions.map((fn) => ({ ...told(fn), earlier: fn.earlier && told(fn.earlier) }));
  return { ...check, functions };
}

/** Characters that XML forbids: one of them makes a whole workbook or presentation unreadable. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be in a file
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Surrogate}]/gu;

/** The same value with every text in it fit to be written. */
export function readable<T>(value: T): T {
  if (typeof value === "string") return value.replace(FORBIDDEN, "") as T;
  if (Array.isArray(value)) return value.map(readable) as T;
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, readable(inner)])) as T;
}
