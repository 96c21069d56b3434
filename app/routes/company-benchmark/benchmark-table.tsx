import { formatNumber } from "~/i18n/format-number";
import { m } from "~/i18n/messages";
import { nameOfLevel } from "~/report/words";
import { DataTable } from "~/ui/data-table";
import { LevelChip } from "~/ui/level-chip";
import type { CompanyBenchmark } from "~/use-cases/read-benchmark";

type Row = Pick<
  CompanyBenchmark["functions"][number],
  "key" | "name" | "own" | "n" | "median" | "lowerQuartile" | "upperQuartile"
>;

/** The company's own level, the group's median and quartiles, and how many companies they rest on. */
export function BenchmarkTable({ rows, levels }: { rows: Row[]; levels: CompanyBenchmark["levels"] }) {
  return (
    <DataTable caption={m.compare_benchmark_table()} captionHidden>
      <thead>
        <tr>
          <th scope="col">{m.report_change_function()}</th>
          <th scope="col">{m.compare_benchmark_own()}</th>
          <th scope="col">{m.compare_benchmark_median()}</th>
          <th scope="col">{m.compare_benchmark_position()}</th>
          <th scope="col" className="num">
            {m.compare_benchmark_lower()}
          </th>
          <th scope="col" className="num">
            {m.compare_benchmark_upper()}
          </th>
          <th scope="col" className="num">
            {m.compare_benchmark_companies()}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.name}</th>
            <td>
              <Level level={row.own} levels={levels} />
            </td>
            <td>{row.median === null ? "–" : <Level level={row.median} levels={levels} />}</td>
            <td className="whitespace-nowrap">{position(row)}</td>
            <td className="num">{quartile(row.lowerQuartile)}</td>
            <td className="num">{quartile(row.upperQuartile)}</td>
            <td className="num">{row.n}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function Level({ level, levels }: { level: number | null; levels: CompanyBenchmark["levels"] }) {
  return (
    <LevelChip
      level={level}
      levels={levels.length}
      name={nameOfLevel(levels, level)}
      size="small"
      className="whitespace-nowrap"
    />
  );
}

function quartile(value: number | null): string {
  return value === null ? "–" : formatNumber(value, 2);
}

/** Where the company stands, in words: against the middle half, not against a rank. */
function position({ own, median, lowerQuartile, upperQuartile }: Row): string {
  if (own === null || median === null || lowerQuartile === null || upperQuartile === null) return "–";
  if (own > upperQuartile) return m.compare_benchmark_above();
  if (own < lowerQuartile) return m.compare_benchmark_below();
  return m.compare_benchmark_within();
}
