import { updateAssessment } from "#db/assessments";
import { transact } from "#db/client";
import { claimReminderDay, listReminderDays, listReminders, listReminding } from "#db/waves";
import { localDate } from "~/i18n/format";
import { requireAssessment } from "./assessments";
import { audit, type ScopedContext, type UseCaseContext } from "./context";
import { Refusal } from "./errors";
import { isToRemind, readPanel, remindUnsubmitted } from "./panel";
import { addDays, daysBetween } from "./wave-dates";

/** The most days before a deadline on which a panel can be reminded. */
export const EARLIEST_REMINDER = 90;

/**
 * Sets on which days before the deadline (0 is the day itself) those who have not handed in are reminded.
 * @throws Refusal "not-found", "wrong-state" (nobody judges any more), "unknown-day"
 */
export function setReminders(context: ScopedContext, id: string, days: number[]): void {
  transact(context.db, () => {
    const { state } = requireAssessment(context, id);
    const unknown = days.find((day) => !Number.isInteger(day) || day < 0 || day > EARLIEST_REMINDER);
    if (unknown !== undefined) throw new Refusal("unknown-day", { day: unknown });
    const reminderDays = [...new Set(days)].sort((a, b) => b - a);
    if (!updateAssessment(context.db, context.scope, id, ["draft", "open"], { reminderDays })) {
      throw new Refusal("wrong-state", { state });
    }
    const object = { kind: "assessment", id };
    audit(context, context.scope.workspaceId, "reminders.set", object, { days: reminderDays.join(" ") });
  });
}

/**
 * Gives an open assessment a later deadline, not before today.
 * @throws Refusal "not-found", "wrong-state", "not-later" (`asOf` is the last day that is too early)
 */
export function extendDeadline(context: ScopedContext, id: string, deadline: string): void {
  transact(context.db, () => {
    const { state, deadline: before } = requireAssessment(context, id);
    const tooEarly = latest(before, addDays(localDate(context.now), -1));
    if (deadline <= tooEarly) throw new Refusal("not-later", { asOf: tooEarly });
    if (!updateAssessment(context.db, context.scope, id, ["open"], { deadline })) {
      throw new Refusal("wrong-state", { state });
    }
    const detail = { before: before ?? "", after: deadline };
    audit(context, context.scope.workspaceId, "deadline.extend", { kind: "assessment", id }, detail);
  });
}

/** Gives so many days more, from the deadline or, where that has passed, from today. @throws as `extendDeadline` */
export function extendByDays(context: ScopedContext, id: string, days: number): string {
  const { deadline } = requireAssessment(context, id);
  const later = addDays(latest(deadline, localDate(context.now)), days);
  extendDeadline(context, id, later);
  return later;
}

function latest(day: string | null, other: string): string {
  return day !== null && day > other ? day : other;
}

/** When a panel is reminded, and when it was. */
export type Schedule = {
  days: number[];
  /** The day on which a reminder goes out next; null where none does. */
  next: string | null;
  /** How many people a reminder would go to now: invited, and not done. */
  waiting: number;
  /** Days on which reminders went out, the latest first, and to how many; `due` where the schedule asked for it. */
  past: { day: string; sent: number; due: boolean }[];
};

/** @throws Refusal "not-found" */
export function readSchedule(context: ScopedContext, id: string): Schedule {
  const { state, deadline, reminderDays } = requireAssessment(context, id);
  const noted = listReminderDays(context.db, id);
  const sent = listReminders(context.db, id).map(localDate);
  const today = localDate(context.now);
  const ahead = deadline === null ? [] : reminderDays.map((day) => addDays(deadline, -day));
  return {
    days: reminderDays,
    next:
      state === "open"
        ? (ahead.filter((day) => day >= today && !noted.includes(day)).sort()[0] ?? null)
        : null,
    waiting: readPanel(context, id).filter(isToRemind).length,
    past: [...new Set([...noted, ...sent])]
      .sort()
      .reverse()
      .map((day) => ({ day, sent: sent.filter((one) => one === day).length, due: noted.includes(day) })),
  };
}

/**
 * Reminds the panels that are due today, in every workspace, each once: run again on the same day, or by another
 * process, it does nothing. Returns how many people got a reminder.
 */
export function sendDueReminders(context: UseCaseContext): number {
  const today = localDate(context.now);
  return listReminding(context.db)
    .filter(({ deadline, reminderDays }) => deadline && reminderDays.includes(daysBetween(today, deadline)))
    .map(({ id, workspaceId }) =>
      transact(context.db, () => {
        if (!claimReminderDay(context.db, id, today)) return 0;
        return remindUnsubmitted({ ...context, scope: { workspaceId, companyIds: null } }, id).length;
      }),
    )
    .reduce((sum, n) => sum + n, 0);
}
