import { formatDate } from "~/i18n/format";
import { formatNumber } from "~/i18n/format-number";
import { m } from "~/i18n/messages";
import { nameOfLevel } from "~/report/words";
import { DataTable } from "~/ui/data-table";
import { LevelChip } from "~/ui/level-chip";
import type { Goal } from "~/use-cases/goals";
import type { Levels, Named } from "./goals-form";

/** What stands, where it can no longer be changed. */
export function GoalsTable(props: { goals: Goal[]; functions: Named[]; levels: Levels }) {
  const { goals, functions, levels } = props;
  return (
    <DataTable caption={m.compare_goals_title()} captionHidden>
      <thead>
        <tr>
          <th scope="col">{m.report_change_function()}</th>
          <th scope="col">{m.compare_goals_target()}</th>
          <th scope="col">{m.compare_goals_due()}</th>
          <th scope="col">{m.compare_goals_target_reason()}</th>
          <th scope="col" className="num">
            {m.compare_goals_weight()}
          </th>
          <th scope="col">{m.compare_goals_weight_reason()}</th>
        </tr>
      </thead>
      <tbody>
        {goals.map(({ functionKey, target, due, targetReason, weight, weightReason }) => (
          <tr key={functionKey}>
            <th scope="row">{functions.find(({ key }) => key === functionKey)?.name}</th>
            <td>
              {target === null ? (
                "–"
              ) : (
                <LevelChip
                  level={target}
                  levels={levels.length}
                  name={nameOfLevel(levels, target)}
                  size="small"
                  className="whitespace-nowrap"
                />
              )}
            </td>
            <td className="whitespace-nowrap">{due ? formatDate(due) : "–"}</td>
            <td>{targetReason}</td>
            <td className="num">{formatNumber(weight)}</td>
            <td>{weightReason}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
