import { formatShortDate } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { levelLabel } from "~/report/words";
import { DataTable } from "~/ui/data-table";
import { LevelSquare } from "~/ui/level-chip";
import { Link } from "~/ui/link";
import type { SideBySide, SideCompany } from "~/use-cases/side-by-side";

/** Functions by companies, then the two overall levels. */
export function SideTable({ side: { companies, functions, levels } }: { side: SideBySide }) {
  const rows: { key: string; name: string; levelOf: (company: SideCompany) => number | null }[] = [
    ...functions.map(({ key, name }, index) => ({
      ...{ key, name, levelOf: (company: SideCompany) => company.levels[index] ?? null },
    })),
    { key: "-typical", name: m.report_typical(), levelOf: ({ typical }) => typical },
    { key: "-attained", name: m.report_attained(), levelOf: ({ attained }) => attained },
  ];
  return (
    <DataTable caption={m.compare_side_table()} captionHidden className="side-table">
      <thead>
        <tr>
          <th scope="col">{m.report_change_function()}</th>
          {companies.map(({ id, name, assessment }) => (
            <th scope="col" key={id}>
              <Link href={`/companies/${id}`} className="link">
                {name}
              </Link>
              <span className="block font-normal whitespace-nowrap">
                <Link href={`/assessments/${assessment.id}/report`} title={assessment.title}>
                  {formatShortDate(assessment.asOf)}
                </Link>
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, levelOf }) => (
          <tr key={key} className={key.startsWith("-") ? "side-overall" : undefined}>
            <th scope="row">{name}</th>
            {companies.map((company) => (
              <td key={company.id}>
                <LevelSquare
                  size="small"
                  level={levelOf(company)}
                  levels={levels.length}
                  name={levelLabel(levels, levelOf(company))}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
