import { formatDate } from "~/i18n/format";
import { formatDifference } from "~/i18n/format-number";
import { m } from "~/i18n/messages";
import { LevelKey } from "~/report/figures/figure-legend";
import { levelLabel } from "~/report/words";
import { DataTable } from "~/ui/data-table";
import { LevelSquare } from "~/ui/level-chip";
import { Link } from "~/ui/link";
import type { Trend } from "~/use-cases/read-trend";

type Row = { key: string; name: string; levels: (number | null)[]; strong?: boolean };

/** The trend as a table: functions down, assessments across, the overall on top. */
export function TrendTable({ trend }: { trend: Trend }) {
  const { points, functions, rubric, levels } = trend;
  const rows: Row[] = [
    { key: "-typical", name: m.report_typical(), levels: points.map(({ typical }) => typical) },
    { key: "-attained", name: m.report_attained(), levels: points.map(({ attained }) => attained) },
    ...functions.map(({ key, name }) => ({
      key,
      name,
      levels: points.map((point) => point.functions[key]?.level ?? null),
    })),
  ];
  return (
    <div className="grid gap-4">
      <DataTable caption={m.report_trend_caption({ rubric: rubric.name })} captionHidden>
        <thead>
          <tr>
            <th scope="col">{m.report_change_function()}</th>
            {points.map((point) => (
              <th key={point.assessmentId} scope="col" className="center">
                <Link href={`/assessments/${point.assessmentId}/report`}>{formatDate(point.asOf)}</Link>
                <span className="block font-normal">{editionOf(point)}</span>
              </th>
            ))}
            {points.length > 1 ? (
              <th scope="col" className="num">
                {m.report_trend_change()}
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.name}</th>
              {row.levels.map((level, index) => (
                <td key={points[index]?.assessmentId} className="center">
                  <LevelSquare level={level} levels={levels.length} name={levelLabel(levels, level)} />
                </td>
              ))}
              {points.length > 1 ? <td className="num">{lastChange(row.levels)}</td> : null}
            </tr>
          ))}
        </tbody>
      </DataTable>
      <LevelKey levels={levels} />
    </div>
  );
}

function editionOf({ edition }: Trend["points"][number]): string {
  return edition.kind === "live"
    ? m.report_trend_live()
    : m.report_trend_publication({ number: edition.number });
}

function lastChange(levels: (number | null)[]): string {
  const [before, now] = [levels.at(-2) ?? null, levels.at(-1) ?? null];
  return before === null || now === null ? "–" : formatDifference(now - before);
}
