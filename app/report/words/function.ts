import { formatNumber, formatPercent } from "~/i18n/format-number";
import { m } from "~/i18n/messages";
import { countAtOrAbove } from "~/report/explain-level";
import { consensusName, formatFixed, levelLabel } from "~/report/words";
import type { Report } from "~/use-cases/read-report";
import { roundFact } from "./rounds";

type ReportFunction = Report["functions"][number];
type Spread = NonNullable<ReportFunction["spread"]>;
type Interval = NonNullable<Spread["interval"]>;

/** What stands over a function: its number, whether it moved, its target, how it counts. */
export function functionFacts(fn: ReportFunction, { levels, rounds }: Report): string[] {
  const { level, previous, target } = fn;
  const inRounds = roundFact(rounds, fn.key);
  return [
    m.report_function_number({ number: fn.number }),
    ...(level === null || previous === null ? [] : [movement(level, previous)]),
    ...(target === null ? [] : [targetText(level, levelLabel(levels, target), target)]),
    ...(inRounds ? [inRounds] : []),
    ...(fn.inOverall ? [] : [m.report_function_left_out()]),
    ...(fn.inOverall && fn.weight !== 1
      ? [m.report_function_weight({ weight: formatNumber(fn.weight, 2) })]
      : []),
    ...(fn.authored ? [m.report_function_authored()] : []),
  ];
}

function movement(level: number, previous: number): string {
  if (level === previous) return m.report_function_same();
  return level > previous
    ? m.report_function_up({ level: previous })
    : m.report_function_down({ level: previous });
}

function targetText(level: number | null, label: string, target: number): string {
  const met = level !== null && level >= target;
  return met ? m.report_function_target_met({ level: label }) : m.report_function_target({ level: label });
}

/** Why a function has no result; null where it has one. */
export function noResultReading({ n, level }: ReportFunction, { assessment }: Report): string | null {
  if (n === 0) return m.report_not_judged();
  return level === null ? m.report_below_quorum({ n, quorum: assessment.quorum }) : null;
}

/** The judgments of a function counted in words, for whoever cannot see the figure. */
export function distributionText({ distribution }: Spread, { levels }: Report): string {
  const items = distribution.flatMap((count, index) =>
    count > 0 ? [m.report_distribution_item({ count, level: levelLabel(levels, index + 1) })] : [],
  );
  return items.join("; ");
}

/** How many judgments carry the level, and that the panel divides evenly where it does; null without a level. */
export function majorityReading({ level, n, spread }: ReportFunction): string | null {
  if (level === null || !spread) return null;
  const majority = m.report_majority({ count: countAtOrAbove(spread.distribution, level), n, level });
  return spread.split ? `${majority} ${m.report_split(spread.split)}` : majority;
}

/** The figures of one function with their names; those that are undefined are left out. */
export function functionFigures(
  fn: ReportFunction,
  spread: Spread,
  report: Report,
): [term: string, value: string][] {
  const { consensus, shareOnMode, interval, averageDeviation, agreementA, mean } = spread;
  const number = (value: number | null) => (value === null ? null : formatFixed(value));
  const rows: [string, string | null][] = [
    [m.report_n(), m.report_n_value({ n: fn.n, members: report.panel.members })],
    [m.report_consensus(), consensus && consensusName(consensus)],
    [m.report_share(), shareOnMode === null ? null : formatPercent(shareOnMode)],
    [m.report_interval(), interval && intervalText(interval)],
    [m.report_deviation(), number(averageDeviation)],
    [m.report_agreement_a(), number(agreementA)],
    [m.report_mean(), number(mean)],
  ];
  return rows.flatMap(([term, value]) => (value === null ? [] : [[term, value]]));
}

/** "2–3 (coverage 99.2%)": never without the coverage it really has. */
function intervalText(interval: Interval): string {
  const coverage = formatPercent(interval.coverage, 1);
  return m.report_interval_value({ range: rangeText(interval), coverage });
}

/** "2–3", or "3" where both ends are the same. */
export function rangeText({ low, high }: Pick<Interval, "low" | "high">): string {
  return low === high ? String(low) : `${low}–${high}`;
}
