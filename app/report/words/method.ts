import { formatList, formatNumber } from "~/i18n/format-number";
import { m } from "~/i18n/messages";
import type { Report } from "~/use-cases/read-report";
import { roundsReading } from "./rounds";

/** How the numbers of this very report came about and what they cannot say, a sentence each. */
export function methodLines(report: Report): string[] {
  const { functions, overall, rubric } = report;
  const rounds = roundsReading(report);
  const counted = functions.filter(({ inOverall }) => inOverall);
  const leftOut = functions.filter(({ inOverall }) => !inOverall).map(({ name }) => name);
  const levels = counted.flatMap(({ level }) => level ?? []).sort((a, b) => a - b);
  return [
    m.report_method_levels({
      judgments: functions.reduce((sum, { n }) => sum + n, 0),
      results: functions.filter(({ level }) => level !== null).length,
      functions: functions.length,
    }),
    ...(rounds === null ? [] : [rounds]),
    ...(levels.length > 0 ? [m.report_method_typical({ levels: levels.join(" ") })] : []),
    ...(leftOut.length > 0 ? [m.report_method_left_out({ functions: formatList(leftOut) })] : []),
    ...(overall.meanIndex === null ? [] : [m.report_method_mean({ mean: formatNumber(overall.meanIndex) })]),
    m.report_method_weights(),
    m.report_method_limit_small(),
    m.report_method_limit_order(),
    m.report_method_limit_source(),
    rubric.basisNote,
  ];
}

/** By what a printed report is told to be the one that was computed: terms with their values. */
export function traceRows({ method, judgmentsHash, rubric }: Report): [term: string, value: string][] {
  return [
    [m.report_trace_method(), `${method.name} ${method.version}`],
    [m.report_trace_judgments(), judgmentsHash],
    [m.report_trace_rubric(), rubric.hash],
    [m.report_trace_source(), rubric.source],
  ];
}

/** How many judgments the panel did not give, of all it could have. */
export function missingReading({ functions, panel }: Report): string {
  const missing = functions.reduce((sum, fn) => sum + fn.missing, 0);
  return m.report_panel_missing({ missing, possible: panel.members * functions.length });
}
