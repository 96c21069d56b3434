import { formatPercent } from "~/i18n/format-number";
import { m } from "~/i18n/messages";
import { consensusName, formatFixed, nameOfLevel } from "~/report/words";
import { agreementReading, type Coefficient } from "~/report/words/agreement";
import { rangeText } from "~/report/words/function";
import { DataTable } from "~/ui/data-table";
import { LevelSquare } from "~/ui/level-chip";
import { Stat } from "~/ui/stat";
import type { Reading } from "~/use-cases/read-method";
import type { Report } from "~/use-cases/read-report";
import { ReportSection } from "./report-section";

/** The plain sentences of the method's own definitions. */
export type Readings = Record<"ac2" | "krippendorff" | "interval", Reading>;

type Props = { report: Report; readings: Readings };

/** AC2 beside alpha, never alone, then each function's own figures, and what they do not say. */
export function Agreement({ report, readings }: Props) {
  const { units, raters, ratings } = report.agreement;
  const { ac2, alpha, apart } = agreementReading(report);
  return (
    <ReportSection
      id="agreement"
      title={m.report_agreement_title()}
      lead={m.report_agreement_lead({ units, raters, ratings })}
    >
      <div className="report-stats">
        <CoefficientStat {...readings.ac2} coefficient={ac2} />
        <CoefficientStat {...readings.krippendorff} coefficient={alpha} />
      </div>
      {apart ? <p className="max-w-measure">{apart}</p> : null}
      <FunctionsTable report={report} />
      <ul className="report-limits">
        <li>{readings.interval.reading}</li>
        <li>{readings.interval.limits}</li>
      </ul>
    </ReportSection>
  );
}

type CoefficientProps = Pick<Reading, "name" | "reading"> & { coefficient: Coefficient };

function CoefficientStat({ name, reading, coefficient: { value, detail } }: CoefficientProps) {
  return (
    <Stat label={m.report_coefficient_ordinal({ name })} value={value} className="keep-together">
      <p>{detail}</p>
      <p className="mt-1">{reading}</p>
    </Stat>
  );
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
