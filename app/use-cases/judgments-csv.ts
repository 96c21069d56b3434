import { stringify } from "csv-stringify/sync";
import { m } from "~/i18n/messages";
import { splitCsv } from "./csv-records";

/** The columns of a file of judgments, in and out. */
export const JUDGMENT_COLUMNS = [
  "assessor",
  "perspective",
  "function",
  "level",
  "confidence",
  "rationale",
] as const;
export type JudgmentColumn = (typeof JUDGMENT_COLUMNS)[number];
export type JudgmentCells = Record<JudgmentColumn, string>;

/**
 * What is wrong where, in the reader's language: `column` is null when it is the line as a whole; `header` is what the
 * file itself calls the column, where one line holds several judgments.
 */
export type LineProblem = {
  line: number;
  column: JudgmentColumn | null;
  found: string;
  allowed: string;
  header?: string;
};

export type CsvLine = { line: number; cells: JudgmentCells; header?: string };

/** What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection), wide forms included. */
const FORMULA = "=+\\-@\\t\\r\\n\uff1d\uff0b\uff0d\uff20";
/** Apostrophes before the sign count along, so that escaping can be undone whatever the text began with. */
const LOOKS_LIKE_FORMULA = new RegExp(`^'*[${FORMULA}]`);
const ESCAPED_FORMULA = new RegExp(`^'+[${FORMULA}]`);

/** Judgments as CSV: comma, one header line, "\n", text that a spreadsheet would run as a formula made harmless. */
export function writeJudgments(rows: JudgmentCells[]): string {
  const lines = rows.map((row) => JUDGMENT_COLUMNS.map((column) => escapeFormula(row[column])));
  return stringify([[...JUDGMENT_COLUMNS], ...lines]);
}

/**
 * Reads CSV (see `splitCsv`) with exactly the columns of `JUDGMENT_COLUMNS` in any order. Cells come as they were
 * written, but for the escaping of formulas. Problems are in the order in which they are found.
 */
export function readJudgments(text: string): { lines: CsvLine[]; problems: LineProblem[] } {
  const { records, broken } = splitCsv(text);
  const [header, ...body] = records;
  const problems = broken ? [whole(broken.line, broken.found, m.import_allowed_quotes())] : [];
  if (!header && broken) return { lines: [], problems };
  if (!header) {
    const allowed = m.import_allowed_header({ columns: JUDGMENT_COLUMNS.join(",") });
    return { lines: [], problems: [whole(1, m.import_found_empty_file(), allowed)] };
  }
  const names = withoutEmptyEnd(header.fields).map((name) => name.trim().toLowerCase());
  const wrong = headerProblems(names, header.line);
  if (wrong.length > 0) return { lines: [], problems: wrong };
  if (body.length === 0 && problems.length === 0) {
    problems.push(whole(header.line, m.import_found_header_only(), m.import_allowed_one_line()));
  }
  const lines: CsvLine[] = [];
  for (const { line, fields } of body) {
    const used = withoutEmptyEnd(fields).length;
    if (fields.length >= names.length && used <= names.length) {
      lines.push({ line, cells: toCells(names, fields) });
    } else problems.push(whole(line, fieldCount(fields), fieldCount(names)));
  }
  return { lines, problems };
}

/** Spreadsheets write empty columns at the end where a cell there was once touched. */
function withoutEmptyEnd(fields: string[]): string[] {
  return fields.slice(0, fields.findLastIndex((field) => field.trim() !== "") + 1);
}

function headerProblems(names: string[], line: number): LineProblem[] {
  const known: readonly string[] = JUDGMENT_COLUMNS;
  const allowed = m.import_allowed_columns({ columns: JUDGMENT_COLUMNS.join(",") });
  const missing = known.filter((name) => !names.includes(name));
  const unknown = names.filter((name) => !known.includes(name));
  const twice = known.filter((name) => names.indexOf(name) !== names.lastIndexOf(name));
  return [
    ...missing.map((name) => whole(line, m.import_found_no_column({ name }), allowed)),
    ...unknown.map((name) => whole(line, m.import_found_unknown_column({ name: shorten(name) }), allowed)),
    ...twice.map((name) => whole(line, m.import_found_column_twice({ name }), allowed)),
  ];
}

function toCells(names: string[], fields: string[]): JudgmentCells {
  const cell = (column: JudgmentColumn) => unescapeFormula(fields[names.indexOf(column)] ?? "");
  return {
    assessor: cell("assessor"),
    perspective: cell("perspective"),
    function: cell("function"),
    level: cell("level"),
    confidence: cell("confidence"),
    rationale: cell("rationale"),
  };
}

/** Text that a spreadsheet would run as a formula, with an apostrophe before it. */
export function escapeFormula(text: string): string {
  return LOOKS_LIKE_FORMULA.test(text) ? `'${text}` : text;
}

/** Undoes the escaping of a formula, as our own files have it. */
export function unescapeFormula(text: string): string {
  return ESCAPED_FORMULA.test(text) ? text.slice(1) : text;
}

const fieldCount = (fields: string[]) => m.import_fields({ count: fields.length });

function whole(line: number, found: string, allowed: string): LineProblem {
  return { line, column: null, found, allowed };
}

/** A found text short enough for one line of a list. */
export function shorten(text: string): string {
  const flat = text.replace(/\s+/g, " ");
  return flat.length > 60 ? `${flat.slice(0, 60)}…` : flat;
}

/** What was found, as it is shown in a list of problems. */
export function quote(text: string): string {
  return text === "" ? m.import_found_nothing() : `"${shorten(text)}"`;
}

/** Text as it is compared: letter case and the amount of white space do not count. */
export function fold(text: string): string {
  return text.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();
}
