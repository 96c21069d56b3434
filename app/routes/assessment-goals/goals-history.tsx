import { formatDate, formatShortMoment } from "~/i18n/format";
import { formatNumber } from "~/i18n/format-number";
import { m } from "~/i18n/messages";
import { levelLabel } from "~/report/words";
import { DataTable } from "~/ui/data-table";
import type { GoalHistory } from "~/use-cases/goals";
import type { Levels, Named } from "./goals-form";

type Entry = GoalHistory[number];
type HistoryProps = { history: GoalHistory; functions: Named[]; levels: Levels };

/** Everything that was ever set, newest first: when, what, why, by whom. */
export function GoalsHistory({ history, functions, levels }: HistoryProps) {
  return (
    <section className="mt-14 grid gap-5">
      <h2>{m.compare_goals_history()}</h2>
      {history.length === 0 ? (
        <p className="text-ink-muted">{m.compare_goals_history_none()}</p>
      ) : (
        <DataTable caption={m.compare_goals_history()} captionHidden stickyFirstColumn={false}>
          <thead>
            <tr>
              <th scope="col">{m.compare_goals_when()}</th>
              <th scope="col">{m.report_change_function()}</th>
              <th scope="col">{m.compare_goals_what()}</th>
              <th scope="col">{m.compare_goals_why()}</th>
              <th scope="col">{m.compare_goals_who()}</th>
            </tr>
          </thead>
          <tbody>
            {history.toReversed().map((entry) => (
              <tr key={entry.id}>
                <td className="whitespace-nowrap">{formatShortMoment(entry.createdAt)}</td>
                <td>{functions.find(({ key }) => key === entry.functionKey)?.name ?? entry.functionKey}</td>
                <td>{what(entry, levels)}</td>
                <td>{entry.reason || "–"}</td>
                <td>{entry.by ?? m.compare_goals_nobody()}</td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
    </section>
  );
}

function what({ kind, value, due }: Entry, levels: Levels): string {
  switch (kind) {
    case "target":
      if (value === null) return m.compare_goals_did_clear();
      return due
        ? m.compare_goals_did_target_by({ level: levelLabel(levels, value), date: formatDate(due) })
        : m.compare_goals_did_target({ level: levelLabel(levels, value) });
    case "weight":
      return m.compare_goals_did_weight({ weight: formatNumber(value ?? 0) });
    case "overall":
      return value === 0 ? m.compare_goals_did_leave_out() : m.compare_goals_did_take_in();
  }
}
