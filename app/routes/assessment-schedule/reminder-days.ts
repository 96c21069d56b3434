/** Days before a deadline that are offered as boxes; any other is written. */
export const USUAL_REMINDERS: readonly number[] = [14, 7, 3, 1, 0];

/** A schedule as the values of its form. */
export function reminderValues(days: number[]): Record<string, string> {
  const usual = days.filter((day) => USUAL_REMINDERS.includes(day));
  const more = days.filter((day) => !USUAL_REMINDERS.includes(day));
  return { ...Object.fromEntries(usual.map((day) => [`day.before-${day}`, "on"])), more: more.join(", ") };
}
