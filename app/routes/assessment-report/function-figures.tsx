import { formatPercent } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { consensusName, formatFixed } from "~/report/words";
import type { FunctionProps } from "./function-section";

type Spread = NonNullable<FunctionProps["fn"]["spread"]>;

/** The figures of one function: few, small, each with its name; those that are undefined are left out. */
export function FunctionFigures({ fn, report, spread }: FunctionProps & { spread: Spread }) {
  const { consensus, shareOnMode, interval, averageDeviation, agreementA, mean } = spread;
  const number = (value: number | null) => (value === null ? null : formatFixed(value));
  const rows = [
    [m.report_n(), m.report_n_value({ n: fn.n, members: report.panel.members })],
    [m.report_consensus(), consensus && consensusName(consensus)],
    [m.report_share(), shareOnMode === null ? null : formatPercent(shareOnMode)],
    [m.report_interval(), interval && intervalText(interval)],
    [m.report_deviation(), number(averageDeviation)],
    [m.report_agreement_a(), number(agreementA)],
    [m.report_mean(), number(mean)],
  ];
  return (
    <dl className="report-figures">
      {rows.map(([term, value]) =>
        value === null ? null : (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

type Interval = NonNullable<Spread["interval"]>;

/** "2–3 (coverage 99.2%)": never without the coverage it really has. */
function intervalText(interval: Interval): string {
  const coverage = formatPercent(interval.coverage, 1);
  return m.report_interval_value({ range: rangeText(interval), coverage });
}

/** "2–3", or "3" where both ends are the same. */
export function rangeText({ low, high }: Pick<Interval, "low" | "high">): string {
  return low === high ? String(low) : `${low}–${high}`;
}
