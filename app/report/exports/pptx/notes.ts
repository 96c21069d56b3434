import { m } from "~/i18n/messages";
import { levelLabel } from "~/report/words";
import { distributionText } from "~/report/words/function";
import { reportFacts } from "~/report/words/title";
import type { Report } from "~/use-cases/read-report";

/** What the speaker has at hand below a slide: the numbers behind it. */

/** Every function with its level, how many judged and how they did. */
export function functionNotes(report: Report, functions = report.functions): string[] {
  return [
    m.exports_notes_functions(),
    ...functions.map((fn) =>
      m.exports_notes_function({
        function: fn.name,
        level: levelLabel(report.levels, fn.level),
        n: fn.n,
        distribution: fn.spread
          ? distributionText(fn.spread, report)
          : m.exports_withheld({ minimum: report.minimumGroup }),
      }),
    ),
  ];
}

/** Where the numbers come from. */
export function sourceNotes(report: Report): string {
  const facts = reportFacts(report).map(([term, value]) => `${term}: ${value}`);
  return m.exports_notes_source({ facts: facts.join("; ") });
}
