import { formatShortDate } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { levelLabel } from "~/report/words";
import { DataTable } from "~/ui/data-table";
import { LevelSquare } from "~/ui/level-chip";
import { Link } from "~/ui/link";
import type { Compared, ComparedWave } from "~/use-cases/compare-assessments";

/** The level of every function in every assessment chosen, oldest first. */
export function WavesTable({ compared: { waves, functions, levels } }: { compared: Compared }) {
  const rows: { key: string; name: string; levelIn: (wave: ComparedWave) => number | null }[] = [
    ...functions.map(({ key, name }) => ({
      ...{ key, name, levelIn: (wave: ComparedWave) => wave.functions[key] ?? null },
    })),
    { key: "-typical", name: m.report_typical(), levelIn: ({ typical }) => typical },
    { key: "-attained", name: m.report_attained(), levelIn: ({ attained }) => attained },
  ];
  return (
    <DataTable caption={m.compare_waves()} captionHidden className="compare-waves">
      <thead>
        <tr>
          <th scope="col">{m.report_change_function()}</th>
          {waves.map(({ id, asOf, title }) => (
            <th scope="col" key={id}>
              <Link href={`/assessments/${id}/report`} className="link whitespace-nowrap" title={title}>
                {formatShortDate(asOf)}
              </Link>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, levelIn }) => (
          <tr key={key} className={key.startsWith("-") ? "compare-overall-row" : undefined}>
            <th scope="row">{name}</th>
            {waves.map((wave) => (
              <td key={wave.id}>
                <LevelSquare
                  size="small"
                  level={levelIn(wave)}
                  levels={levels.length}
                  name={levelLabel(levels, levelIn(wave))}
                />
              </td>
            ))}
          </tr>
        ))}
        <tr>
          <th scope="row">{m.compare_members()}</th>
          {waves.map(({ id, members }) => (
            <td key={id} className="tabular">
              {members}
            </td>
          ))}
        </tr>
      </tbody>
    </DataTable>
  );
}
