import { readFileSync } from "node:fs";
import { CsvError, parse } from "csv-parse/sync";
import { CliError } from "./cli-error";

/** How many bad lines are printed one by one; the rest is only counted. */
export const MOST_PROBLEMS = 50;

/** One record: its first line in the file, and its cells by column (empty where the file has no such column). */
export type CsvRow = { line: number; cell: (column: string) => string };
/** A file with a header; `decimalComma` when fields are separated by semicolons, as Excel does where 1,5 is a number. */
export type CsvFile = { rows: CsvRow[]; columns: string[]; ignored: string[]; decimalComma: boolean };

/** The bad lines of one file, reported together. */
export class LineProblems {
  private readonly found: string[] = [];
  private count = 0;

  add(line: number, reason: string): void {
    this.count++;
    if (this.found.length < MOST_PROBLEMS) this.found.push(`  line ${line}: ${reason}`);
  }

  /** Throws a CliError that lists the lines, if there are any. */
  throwIfAny(file: string): void {
    if (this.count === 0) return;
    const more = this.count - this.found.length;
    const rest = more > 0 ? [`  and ${more} more`] : [];
    const lines = this.count === 1 ? "1 problem" : `${this.count} problems`;
    throw new CliError([`${file}: ${lines}`, ...this.found, ...rest].join("\n"));
  }
}

/** Reads a text file as UTF-8, with or without a byte order mark. Throws a CliError that says what is wrong. */
export function readText(file: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new CliError(`${file}: ${fileTrouble(error)}`);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new CliError(`${file}: is not UTF-8 text; save it as "CSV UTF-8"`);
  }
}

/**
 * Parses CSV text with a header: fields separated by commas or semicolons (whichever the header has more of),
 * quoted or not, any line ends, blank lines skipped. Column names do not care for case; columns that are not in
 * `required` or `optional` are ignored and named. Throws a CliError with line numbers for an empty file, a
 * missing or repeated column, broken quotes, and records with too few or too many fields.
 */
export function parseCsv(text: string, file: string, required: string[], optional: string[] = []): CsvFile {
  const delimiter = delimiterOf(text);
  const [header, ...records] = parseRecords(text, file, delimiter);
  if (!header) throw new CliError(`${file}: is empty; the first line must be ${required.join(",")}`);
  const names = header.cells.map((name) => name.trim().toLowerCase());
  const known = [...required, ...optional];
  const missing = required.filter((name) => !names.includes(name));
  const twice = known.find((name) => names.indexOf(name) !== names.lastIndexOf(name));
  if (missing.length > 0) {
    const found = names.filter(Boolean).join(", ") || "nothing";
    throw new CliError(`${file}: line ${header.line}: missing column ${missing.join(", ")} (found ${found})`);
  }
  if (twice) throw new CliError(`${file}: line ${header.line}: column ${twice} stands there twice`);
  const place = new Map(names.map((name, index) => [name, index]));
  const problems = new LineProblems();
  for (const { line, cells } of records) {
    if (cells.length < names.length || cells.slice(names.length).some(Boolean)) {
      problems.add(line, `has ${cells.length} fields where the header has ${names.length}`);
    }
  }
  problems.throwIfAny(file);
  return {
    rows: records.map(({ line, cells }) => ({
      line,
      cell: (column) => cells[place.get(column) ?? -1] ?? "",
    })),
    columns: names,
    ignored: names.filter((name) => name !== "" && !known.includes(name)),
    decimalComma: delimiter === ";",
  };
}

type CsvRecord = { line: number; cells: string[] };

function parseRecords(text: string, file: string, delimiter: string): CsvRecord[] {
  try {
    const parsed = parse(text, {
      bom: true,
      delimiter,
      info: true,
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return parsed
      .map(({ record, info }) => ({ line: info.lines - lineBreaksIn(record), cells: record }))
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === "number" ? `line ${error.lines}: ` : "";
    throw new CliError(`${file}: ${line}${QUOTE_TROUBLE[error.code] ?? error.message}`);
  }
}

const QUOTE_TROUBLE: Record<string, string> = {
  CSV_QUOTE_NOT_CLOSED: "a quoted field is not closed",
  CSV_INVALID_CLOSING_QUOTE: "there is text after the closing quote of a field",
  INVALID_OPENING_QUOTE: "there is a quote inside a field that is not quoted",
};

function lineBreaksIn(cells: string[]): number {
  return cells.reduce((total, cell) => total + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
}

function delimiterOf(text: string): "," | ";" {
  const header = /^[^\r\n]*/.exec(text.trimStart())?.[0] ?? "";
  const bare = header.replace(/"[^"]*"/g, "");
  return bare.split(";").length > bare.split(",").length ? ";" : ",";
}

function fileTrouble(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code === "ENOENT") return "there is no such file";
  if (code === "EISDIR") return "is a folder, not a file";
  if (code === "EACCES") return "may not be read";
  return error instanceof Error ? error.message : String(error);
}
