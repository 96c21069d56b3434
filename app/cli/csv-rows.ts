import { readFileSync } from "node:fs";
import { type CsvRecord, type Delimiter, splitCsv } from "~/use-cases/csv-records";
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
  const { delimiter, records: all } = readRecords(text, file);
  const [header, ...records] = all;
  if (!header) throw new CliError(`${file}: is empty; the first line must be ${required.join(",")}`);
  const names = header.fields.map((name) => name.trim().toLowerCase());
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
  for (const { line, fields: cells } of records) {
    if (cells.length < names.length || cells.slice(names.length).some(Boolean)) {
      problems.add(line, `has ${cells.length} fields where the header has ${names.length}`);
    }
  }
  problems.throwIfAny(file);
  return {
    rows: records.map(({ line, fields: cells }) => ({
      line,
      cell: (column) => cells[place.get(column) ?? -1] ?? "",
    })),
    columns: names,
    ignored: names.filter((name) => name !== "" && !known.includes(name)),
    decimalComma: delimiter === ";",
  };
}

type Records = { delimiter: Delimiter; records: CsvRecord[] };

function readRecords(text: string, file: string): Records {
  const { delimiter, records, broken } = splitCsv(text);
  if (broken) throw new CliError(`${file}: line ${broken.line}: ${broken.found}`);
  return { delimiter, records };
}

/** Why a file cannot be read, in words. */
export function fileTrouble(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code === "ENOENT") return "there is no such file";
  if (code === "EISDIR") return "is a folder, not a file";
  if (code === "EACCES") return "may not be read";
  return error instanceof Error ? error.message : String(error);
}
