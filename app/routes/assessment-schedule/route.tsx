import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { localDate } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { AssessmentHeader, headerFacts } from "~/routes/assessment/assessment-header";
import { requireManagedAssessment } from "~/routes/assessment/managed";
import { ErrorSummary } from "~/ui/error-summary";
import { labelledErrors } from "~/ui/labelled-errors";
import { Notice } from "~/ui/notice";
import { titled } from "~/ui/titled";
import { readPanel } from "~/use-cases/panel";
import { EARLIEST_REMINDER, readSchedule } from "~/use-cases/reminders";
import { daysBetween } from "~/use-cases/wave-dates";
import { DeadlineSection } from "./deadline-section";
import { PastReminders } from "./past-reminders";
import { reminderValues } from "./reminder-days";
import { ReminderSection } from "./reminder-section";
import { changeSchedule } from "./schedule-action.server";

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(`${m.waves_schedule()} · ${args.data?.header.title ?? ""}`, args);

export async function loader(args: LoaderFunctionArgs) {
  const { visit, assessment } = await requireManagedAssessment(args);
  const { id, deadline } = assessment;
  const today = localDate(visit.context.now);
  const schedule = readSchedule(visit.context, id);
  return {
    header: headerFacts(assessment),
    members: readPanel(visit.context, id).length,
    schedule,
    today,
    left: deadline === null ? null : daysBetween(today, deadline),
    values: reminderValues(schedule.days),
    most: EARLIEST_REMINDER,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { visit, assessment } = await requireManagedAssessment(args);
  return changeSchedule(args, visit.context, assessment.id);
}

/** Until when the panel judges, and when it is reminded. */
export default function Schedule() {
  const { header, members, schedule, today, left, values, most } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { state: stage, deadline } = header;
  const running = stage === "draft" || stage === "open";
  const labels = { deadline: m.waves_extend_to(), more: m.waves_reminders_more() };
  return (
    <>
      <AssessmentHeader assessment={header} members={members} current="settings" />
      <ErrorSummary errors={labelledErrors(state?.errors, labels)} />
      <h2 className="mb-6 text-xl">{m.waves_schedule()}</h2>
      {running ? null : <Notice className="mb-8 max-w-measure">{m.waves_schedule_ended()}</Notice>}
      <div className="grid max-w-measure gap-12">
        <DeadlineSection
          {...{ stage, deadline, left, today }}
          value={state?.values.deadline}
          error={state?.errors.deadline}
        />
        {running ? (
          <ReminderSection
            {...{ schedule, most }}
            values={state?.values.intent === "reminders" ? state.values : values}
            error={state?.errors.more}
          />
        ) : null}
        <PastReminders past={schedule.past} />
      </div>
    </>
  );
}
