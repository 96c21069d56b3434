import { formatDate } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { formatFixed } from "~/report/words";
import { DataTable } from "~/ui/data-table";
import { Disclosure } from "~/ui/disclosure";
import type { Trend } from "~/use-cases/read-trend";

/** What the chart shows as means, as a table: it tells the direction, not the level, and so stands folded. */
export function TrendMeans({ trend: { points, functions, rubric } }: { trend: Trend }) {
  const rows = [
    {
      key: "-overall",
      name: m.company_trend_mean_overall(),
      means: points.map(({ meanIndex }) => meanIndex),
    },
    ...functions.map(({ key, name }) => ({
      ...{ key, name },
      means: points.map((point) => point.functions[key]?.mean ?? null),
    })),
  ];
  return (
    <Disclosure summary={m.company_trend_means()}>
      <p className="mb-4 max-w-measure text-sm text-ink-muted">{m.report_trend_measure_mean_note()}</p>
      <DataTable caption={m.company_trend_means_caption({ rubric: rubric.name })} captionHidden>
        <thead>
          <tr>
            <th scope="col">{m.report_change_function()}</th>
            {points.map(({ assessmentId, asOf }) => (
              <th key={assessmentId} scope="col" className="num">
                {formatDate(asOf)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, means }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {means.map((mean, index) => (
                <td key={points[index]?.assessmentId} className="num">
                  {mean === null ? "–" : formatFixed(mean)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Disclosure>
  );
}
