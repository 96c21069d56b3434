import { m } from "~/i18n/messages";
import { groupName, nameOfLevel } from "~/report/words";
import { tellsPerspectivesApart, triangulationReading } from "~/report/words/triangulation";
import { DataTable } from "~/ui/data-table";
import { LevelChip } from "~/ui/level-chip";
import type { Report } from "~/use-cases/read-report";
import { ReportSection } from "./report-section";

/** The same function as each group of the panel sees it. */
export function Triangulation({ report }: { report: Report }) {
  const { functions, levels, minimumGroup } = report;
  return (
    <ReportSection
      id="perspectives"
      title={m.report_triangulation_title()}
      lead={m.report_triangulation_lead({ minimum: minimumGroup })}
    >
      <p>{triangulationReading(report)}</p>
      {tellsPerspectivesApart(report) ? (
        <DataTable caption={m.report_triangulation_caption()} captionHidden dense={false}>
          <thead>
            <tr>
              <th scope="col">{m.report_change_function()}</th>
              <th scope="col">{m.report_triangulation_groups()}</th>
              <th scope="col" className="num">
                {m.report_triangulation_apart()}
              </th>
            </tr>
          </thead>
          <tbody>
            {functions.map(({ key, name, groups, apart }) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                <td>
                  {groups.length > 1 ? null : (
                    <span className="text-ink-muted">{m.report_triangulation_together()}</span>
                  )}
                  <ul className="report-groups">
                    {(groups.length > 1 ? groups : []).map(({ perspectives, n, level }) => (
                      <li key={perspectives.join()}>
                        <span className="text-ink-muted">
                          {m.report_group_judgments({
                            perspectives: groupName(perspectives, groups.length),
                            n,
                          })}
                        </span>
                        <LevelChip
                          level={level}
                          levels={levels.length}
                          name={nameOfLevel(levels, level)}
                          size="small"
                        />
                      </li>
                    ))}
                  </ul>
                </td>
                <td className="num">{apart ?? "–"}</td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      ) : null}
    </ReportSection>
  );
}
