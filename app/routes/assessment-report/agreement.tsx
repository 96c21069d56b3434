import { formatPercent } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { consensusName, formatFixed, nameOfLevel } from "~/report/words";
import { DataTable } from "~/ui/data-table";
import { LevelSquare } from "~/ui/level-chip";
import { Stat } from "~/ui/stat";
import type { Reading } from "~/use-cases/read-method";
import type { Report } from "~/use-cases/read-report";
import { rangeText } from "./function-figures";
import { ReportSection } from "./report-section";

/** The plain sentences of the method's own definitions. */
export type Readings = Record<"ac2" | "krippendorff" | "interval", Reading>;

type Props = { report: Report; readings: Readings };
type Jackknife = Report["agreement"]["jackknife"]["ac2Ordinal"];
type Reason = NonNullable<Jackknife["reason"]>;

/** From here a panel that is close together is told apart from functions that hardly differ. */
const NOTABLY_APART = 0.3;

/** AC2 beside alpha, never alone, then each function's own figures, and what they do not say. */
export function Agreement({ report, readings }: Props) {
  const { units, raters, ratings, gwet, krippendorff, jackknife, reasons } = report.agreement;
  const [ac2, alpha] = [gwet.ac2Ordinal, krippendorff.ordinal];
  const apart = ac2 !== null && alpha !== null && ac2 - alpha >= NOTABLY_APART;
  return (
    <ReportSection
      id="agreement"
      title={m.report_agreement_title()}
      lead={m.report_agreement_lead({ units, raters, ratings })}
    >
      <div className="report-stats">
        <Coefficient
          {...{ report, ...readings.ac2 }}
          value={ac2}
          reason={reasons.gwet}
          interval={jackknife.ac2Ordinal}
        />
        <Coefficient
          {...{ report, ...readings.krippendorff }}
          value={alpha}
          reason={reasons.krippendorff}
          interval={jackknife.alphaOrdinal}
        />
      </div>
      {apart ? <p className="max-w-measure">{m.report_agreement_apart()}</p> : null}
      <FunctionsTable report={report} />
      <ul className="report-limits">
        <li>{readings.interval.reading}</li>
        <li>{readings.interval.limits}</li>
      </ul>
    </ReportSection>
  );
}

type CoefficientProps = Pick<Reading, "name" | "reading"> & {
  report: Report;
  value: number | null;
  reason: Reason | null;
  interval: Jackknife;
};

function Coefficient({ report, name, reading, value, reason, interval }: CoefficientProps) {
  return (
    <Stat
      label={m.report_coefficient_ordinal({ name })}
      value={value === null ? m.report_coefficient_undefined() : formatFixed(value)}
      className="keep-together"
    >
      <p>{value === null && reason ? reasonText(reason, report) : intervalOf(interval, report)}</p>
      <p className="mt-1">{reading}</p>
    </Stat>
  );
}

function intervalOf({ low, high, reason }: Jackknife, report: Report): string {
  if (low === null || high === null) return reason ? reasonText(reason, report) : "";
  return m.report_coefficient_interval({
    low: formatFixed(low),
    high: formatFixed(high),
    coverage: formatPercent(report.agreement.intervalCoverage),
  });
}

const REASONS: Partial<Record<Reason, () => string>> = {
  "no-unit-with-two-judgments": m.report_reason_no_unit_with_two_judgments,
  "no-variation": m.report_reason_no_variation,
  "fewer-than-two-raters": m.report_reason_fewer_than_two_raters,
  "undefined-without-one-rater": m.report_reason_undefined_without_one_rater,
  "no-spread-between-raters": m.report_reason_no_spread_between_raters,
};

function reasonText(reason: Reason, { agreement }: Report): string {
  if (reason === "too-few-raters") return m.report_reason_too_few_raters({ least: agreement.intervalRaters });
  return (REASONS[reason] ?? m.report_reason_other)();
}

function FunctionsTable({ report: { functions, levels } }: { report: Report }) {
  const number = (value: number | null | undefined) => (value == null ? "–" : formatFixed(value));
  return (
    <DataTable caption={m.report_agreement_table()} captionHidden>
      <thead>
        <tr>
          <th scope="col">{m.report_change_function()}</th>
          <th scope="col">{m.report_why_level()}</th>
          <th scope="col" className="num">
            {m.report_n()}
          </th>
          <th scope="col">{m.report_consensus()}</th>
          <th scope="col" className="num">
            {m.report_share()}
          </th>
          <th scope="col" className="num">
            A
          </th>
          <th scope="col" className="num">
            AD
          </th>
          <th scope="col" className="num">
            {m.report_interval()}
          </th>
          <th scope="col" className="num">
            {m.report_coverage()}
          </th>
        </tr>
      </thead>
      <tbody>
        {functions.map(({ key, name, level, n, spread }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td>
              <LevelSquare
                level={level}
                levels={levels.length}
                name={nameOfLevel(levels, level)}
                size="small"
              />
            </td>
            <td className="num">{n}</td>
            <td>{spread?.consensus ? consensusName(spread.consensus) : "–"}</td>
            <td className="num">{spread?.shareOnMode == null ? "–" : formatPercent(spread.shareOnMode)}</td>
            <td className="num">{number(spread?.agreementA)}</td>
            <td className="num">{number(spread?.averageDeviation)}</td>
            <td className="num">{spread?.interval ? rangeText(spread.interval) : "–"}</td>
            <td className="num">{spread?.interval ? formatPercent(spread.interval.coverage, 1) : "–"}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
