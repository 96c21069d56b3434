import { formatDate } from "~/i18n/format";
import { formatNumber } from "~/i18n/format-number";
import { m } from "~/i18n/messages";
import { DataTable } from "~/ui/data-table";
import type { Schedule } from "~/use-cases/reminders";

/** The days on which reminders went out. Draws nothing before there is one. */
export function PastReminders({ past }: Pick<Schedule, "past">) {
  if (past.length === 0) return null;
  return (
    <section className="grid gap-3">
      <h3 className="text-lg">{m.waves_reminders_past()}</h3>
      <DataTable caption={m.waves_reminders_past()} captionHidden>
        <thead>
          <tr>
            <th scope="col">{m.waves_reminders_day()}</th>
            <th scope="col" className="num">
              {m.waves_reminders_sent()}
            </th>
            <th scope="col">{m.waves_reminders_how()}</th>
          </tr>
        </thead>
        <tbody>
          {past.map(({ day, sent, due }) => (
            <tr key={day}>
              <th scope="row">{formatDate(day)}</th>
              <td className="num">{formatNumber(sent, 0)}</td>
              <td>{due ? m.waves_reminders_by_plan() : m.waves_reminders_by_hand()}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </section>
  );
}
