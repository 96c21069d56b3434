import { formatDate } from "~/i18n/format";
import { formatDifference } from "~/i18n/format-number";
import { m } from "~/i18n/messages";
import type { Report } from "~/use-cases/read-report";

export type ChangeRow = {
  key: string;
  name: string;
  before: number | null;
  now: number | null;
  difference: string;
};

/** The two overall levels and those of every function, before and now. Empty without an assessment before. */
export function changeRows({ previous, functions, overall }: Report): ChangeRow[] {
  if (!previous) return [];
  const rows = [
    { key: "-typical", name: m.report_typical(), before: previous.typical, now: overall.typical },
    { key: "-attained", name: m.report_attained(), before: previous.attained, now: overall.attained },
    ...functions.map(({ key, name, previous: before, level: now }) => ({ key, name, before, now })),
  ];
  return rows.map((row) => ({
    ...row,
    difference: row.before === null || row.now === null ? "–" : formatDifference(row.now - row.before),
  }));
}

/** The dates of the two assessments, as columns are headed. */
export function changeDates({ previous, assessment }: Report): { before: string; now: string } {
  return { before: previous ? formatDate(previous.asOf) : "", now: formatDate(assessment.asOf) };
}
