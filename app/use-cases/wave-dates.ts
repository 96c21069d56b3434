/** Calendar dates of waves, as yyyy-mm-dd. */

const DAY = 24 * 60 * 60 * 1000;

export function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * DAY).toISOString().slice(0, 10);
}

/** From one day to another; negative when the other comes first. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

type Dates = { openedAt: Date | null; deadline: string | null };

/** How many days a panel was given, from opening to the deadline; null where there was none. */
export function daysToJudge({ openedAt, deadline }: Dates): number | null {
  if (!openedAt || !deadline) return null;
  return Math.max(1, Math.round((Date.parse(deadline) - openedAt.getTime()) / DAY));
}

/** A panel that was given no other time gets two weeks. */
const USUAL_DAYS = 14;

/**
 * The next wave of an assessment: it says how things stand today, or where the former already does, a year after it;
 * the panel is given as many days as before. A year in the title is the year that the new wave speaks of.
 */
export function suggestNext(before: Dates & { title: string; asOf: string }, today: string) {
  const asOf = before.asOf < today ? today : yearAfter(before.asOf);
  const [was, is] = [before.asOf.slice(0, 4), asOf.slice(0, 4)];
  const start = today > asOf ? today : asOf;
  return {
    title: before.title.replace(new RegExp(`\\b${was}\\b`), is),
    asOf,
    deadline: before.deadline === null ? null : addDays(start, daysToJudge(before) ?? USUAL_DAYS),
  };
}

/** The same day of the next year; the last of February for a leap day. */
function yearAfter(day: string): string {
  const next = `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
  return next.endsWith("-02-29") ? next.replace("-02-29", "-02-28") : next;
}
