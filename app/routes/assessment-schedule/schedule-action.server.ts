import { z } from "zod";
import type { RequestArgs } from "~/http/context";
import { dateField, longTextField } from "~/http/fields";
import { redirectSaying } from "~/http/flash";
import { readForm } from "~/http/form";
import { formatDate } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { answerWaveRefusal } from "~/routes/assessment/wave-refusals";
import type { ScopedContext } from "~/use-cases/context";
import { EARLIEST_REMINDER, extendByDays, extendDeadline, setReminders } from "~/use-cases/reminders";
import { USUAL_REMINDERS } from "./reminder-days";

const WEEK = 7;

/** "21, 10" -> [21, 10]. */
const daysField = () =>
  longTextField(200)
    .transform((text) => text.split(/[\s,;]+/).filter((word) => word !== ""))
    .pipe(
      z.array(
        z
          .string()
          .regex(/^\d{1,2}$/)
          .transform(Number)
          .pipe(z.int().max(EARLIEST_REMINDER)),
        {
          error: () => m.waves_reminders_wrong({ most: EARLIEST_REMINDER }),
        },
      ),
    );

const schema = () =>
  z.discriminatedUnion(
    "intent",
    [
      z.object({ intent: z.literal("week") }),
      z.object({ intent: z.literal("extend"), deadline: dateField() }),
      z.object({
        intent: z.literal("reminders"),
        day: z.record(z.string(), z.unknown(), { error: () => m.form_choice_unknown() }).default({}),
        more: daysField(),
      }),
    ],
    { error: () => m.form_choice_unknown() },
  );

/** Extends the deadline or sets the days of reminders, as the form asks, and says what was done. */
export async function changeSchedule(args: RequestArgs, context: ScopedContext, id: string) {
  const form = await readForm(args, schema());
  if (!form.ok) return form.refuse();
  try {
    return await redirectSaying(args, `/assessments/${id}/schedule`, change(context, id, form.value));
  } catch (error) {
    return answerWaveRefusal(args, error, form.values, "deadline");
  }
}

function change(context: ScopedContext, id: string, asked: z.output<ReturnType<typeof schema>>): string {
  switch (asked.intent) {
    case "week":
      return m.waves_extended({ date: formatDate(extendByDays(context, id, WEEK)) });
    case "extend":
      extendDeadline(context, id, asked.deadline);
      return m.waves_extended({ date: formatDate(asked.deadline) });
    case "reminders": {
      const ticked = USUAL_REMINDERS.filter((day) => Object.hasOwn(asked.day, `before-${day}`));
      setReminders(context, id, [...ticked, ...asked.more]);
      return m.waves_reminders_saved();
    }
  }
}
