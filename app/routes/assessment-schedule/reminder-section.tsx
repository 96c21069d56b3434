import { Form } from "@remix-run/react";
import { formatDate } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/text-field";
import type { Schedule } from "~/use-cases/reminders";
import { USUAL_REMINDERS } from "./reminder-days";

type ReminderProps = {
  schedule: Pick<Schedule, "next" | "waiting">;
  /** The most days before a deadline. */
  most: number;
  values: Record<string, string>;
  error?: string[];
};

/** On which days before the deadline the panel is reminded, and what that means next. */
export function ReminderSection({ schedule: { next, waiting }, most, values, error }: ReminderProps) {
  return (
    <section className="grid gap-3">
      <h3 className="text-lg">{m.waves_reminders()}</h3>
      <p className="text-ink-muted">{m.waves_reminders_about()}</p>
      <p className="font-semibold">
        {next
          ? m.waves_reminders_next({ count: waiting, date: formatDate(next) })
          : m.waves_reminders_no_next()}
      </p>
      <Form method="post" noValidate>
        <input type="hidden" name="intent" value="reminders" />
        <fieldset className="field mt-3!">
          <legend className="field-label">{m.waves_reminders_days()}</legend>
          <div className="choices sm:grid-cols-2 sm:gap-x-6">
            {USUAL_REMINDERS.map((day) => {
              const name = `day.before-${day}`;
              return (
                <div key={day} className="choice">
                  <input
                    type="checkbox"
                    id={`before-${day}`}
                    name={name}
                    defaultChecked={values[name] !== undefined}
                  />
                  <label htmlFor={`before-${day}`}>
                    {day === 0 ? m.waves_reminders_on_day() : m.waves_reminders_before({ count: day })}
                  </label>
                </div>
              );
            })}
          </div>
        </fieldset>
        <TextField
          name="more"
          label={m.waves_reminders_more()}
          hint={m.waves_reminders_more_hint({ most })}
          defaultValue={values.more}
          error={error}
          required={false}
          width="medium"
          autoComplete="off"
        />
        <Button variant="secondary" className="mt-5">
          {m.waves_reminders_save()}
        </Button>
      </Form>
    </section>
  );
}
