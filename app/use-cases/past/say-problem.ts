import { formatDate } from "~/i18n/format";
import { formatNumber } from "~/i18n/format-number";
import { m } from "~/i18n/messages";
import { type LineProblem, quote, shorten } from "../judgments-csv";
import type { PastProblem, PastWave } from "./split-waves";
import type { PastRole, PastTable } from "./table";

/** What is wrong, in the reader's language; `line` is null for the table as a whole. */
export type PastText = { line: number | null; text: string };

/** The most characters of an assessment's title, as in its form. */
const LONGEST_TITLE = 160;

/** What was wrong before any judgment was looked at. */
export function sayProblem(problem: PastProblem): PastText {
  const { line } = problem;
  switch (problem.problem) {
    case "no-level":
      return { line, text: m.import_problem_no_level() };
    case "no-function":
      return { line, text: m.import_problem_no_function() };
    case "no-date":
      return { line, text: m.import_problem_no_date() };
    case "nothing":
      return { line, text: m.import_problem_nothing() };
    case "role-twice":
      return { line, text: m.import_problem_role_twice({ columns: problem.columns.map(quote).join(", ") }) };
    case "date":
      return at(line, null, m.import_problem_date({ found: quote(problem.found) }));
    case "future":
      return at(line, null, m.import_problem_future({ found: quote(problem.found) }));
    case "titles": {
      const { found, title, asOf } = problem;
      const text = { found: quote(found), title: quote(title), date: formatDate(asOf) };
      return at(line, null, m.import_problem_titles(text));
    }
  }
}

/** What is wrong with the judgments of one assessment; columns are called what the file calls them. */
export function sayWave(
  { asOf, lines }: PastWave,
  problems: LineProblem[],
  { table, roles }: { table: PastTable; roles: readonly PastRole[] },
): PastText[] {
  const none = lines.length === 0;
  return [
    ...(none ? [{ line: null, text: m.import_problem_no_judgment({ date: formatDate(asOf) }) }] : []),
    ...problems.map(({ line, column, header, found, allowed }) => {
      const own = column && table.header[roles.indexOf(column)];
      return at(line, header || own || null, m.import_problem({ found, allowed }));
    }),
  ];
}

/** That a title is too long. */
export function sayTitle({ lines }: PastWave, title: string): PastText[] {
  if (title.length <= LONGEST_TITLE) return [];
  const found = m.import_characters({ count: title.length });
  const allowed = m.import_allowed_characters({ count: LONGEST_TITLE });
  const text = `${quote(title)}: ${m.import_problem({ found, allowed })}`;
  return [{ line: lines[0]?.line ?? null, text }];
}

/** That there is an assessment of this date already. */
export function sayTaken({ title, asOf }: { title: string; asOf: string }): PastText {
  return { line: null, text: m.import_problem_taken({ title, date: formatDate(asOf) }) };
}

/** That an import would take too long. */
export function sayTooMany(count: number, max: number): PastText {
  const text = m.import_problem_too_many({ count: formatNumber(count), max: formatNumber(max) });
  return { line: null, text };
}

function at(line: number | null, column: string | null, text: string): PastText {
  if (line === null) return { line, text };
  const where = column
    ? m.import_problem_column({ line, column: shorten(column) })
    : m.import_problem_line({ line });
  return { line, text: `${where}: ${text}` };
}
