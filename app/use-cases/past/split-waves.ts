import { oneLine } from "../clean-text";
import { type CsvLine, fold } from "../judgments-csv";
import { readDay } from "./read-day";
import { functionOf, isWide, type PastRole, type PastTable } from "./table";

/** What is wrong with a line before its judgments are looked at, or with the choice of columns (line null). */
export type PastProblem =
  | { line: null; problem: "no-level" | "no-function" | "no-date" | "nothing" }
  | { line: null; problem: "role-twice"; columns: string[] }
  | { line: number; problem: "date" | "future"; found: string }
  /** Two titles at one date: one of them is wrong, or two assessments would become one. */
  | { line: number; problem: "titles"; found: string; asOf: string; title: string };

/** One earlier assessment: its date, its title if the table gives one, and its judgments with their lines in the file. */
export type PastWave = { asOf: string; title: string | null; lines: CsvLine[] };

export type SplitInput = {
  table: PastTable;
  /** One for each column. */
  roles: readonly PastRole[];
  /** The date of everything where no column holds it (yyyy-mm-dd). */
  asOf: string | null;
  /** Who is said to have judged where no column tells: the level of a past assessment as a whole. */
  nobody: string;
  /** A date after it cannot be in the past (yyyy-mm-dd). */
  today: string;
};

/** Takes a table apart into one assessment a date, oldest first, whether functions stand below each other or across. */
export function splitWaves(input: SplitInput): { waves: PastWave[]; problems: PastProblem[] } {
  const { table, roles, today } = input;
  const problems: PastProblem[] = missingRoles(input);
  if (problems.length > 0) return { waves: [], problems };
  const waves = new Map<string, PastWave>();
  for (const { line, cells } of table.rows) {
    const cell = (role: PastRole) => cells[roles.indexOf(role)]?.trim() ?? "";
    const given = roles.includes("asOf") ? cell("asOf") : (input.asOf ?? "");
    const asOf = readDay(given);
    if (asOf === null || asOf > today) {
      problems.push({ line, problem: asOf === null ? "date" : "future", found: given });
      continue;
    }
    const title = oneLine(cell("title"));
    const wave = waves.get(asOf) ?? { asOf, title: null, lines: [] };
    waves.set(asOf, wave);
    if (title && wave.title !== null && title !== wave.title) {
      problems.push({ line, problem: "titles", found: title, asOf, title: wave.title });
    }
    wave.title ??= title || null;
    wave.lines.push(...judgmentsOf(line, cells, input));
  }
  if (table.rows.length === 0) problems.push({ line: null, problem: "nothing" });
  const sorted = [...waves.values()].sort((a, b) => (a.asOf < b.asOf ? -1 : 1));
  givePerspectives(sorted.flatMap(({ lines }) => lines));
  return { waves: sorted, problems };
}

/**
 * Who is new to a panel needs a perspective; a table of the past often says it once or not at all. Where it is missing
 * it is what the table says of the same person elsewhere, else "other".
 */
function givePerspectives(lines: readonly CsvLine[]): void {
  const known = new Map<string, string>();
  for (const { cells } of lines) {
    const name = fold(cells.assessor);
    if (cells.perspective && !known.has(name)) known.set(name, cells.perspective);
  }
  for (const { cells } of lines) cells.perspective ||= known.get(fold(cells.assessor)) ?? "other";
}

function missingRoles({ table, roles, asOf }: SplitInput): PastProblem[] {
  const missing: PastProblem[] = [];
  for (const role of new Set(roles.filter((one) => one !== "ignore"))) {
    const columns = table.header.filter((_, index) => roles[index] === role);
    if (columns.length > 1) missing.push({ line: null, problem: "role-twice", columns });
  }
  if (!isWide(roles) && !roles.includes("level")) missing.push({ line: null, problem: "no-level" });
  if (!isWide(roles) && !roles.includes("function")) missing.push({ line: null, problem: "no-function" });
  if (!roles.includes("asOf") && asOf === null) missing.push({ line: null, problem: "no-date" });
  return missing;
}

function judgmentsOf(line: number, cells: readonly string[], input: SplitInput): CsvLine[] {
  const { table, roles, nobody } = input;
  const cell = (role: PastRole) => cells[roles.indexOf(role)]?.trim() ?? "";
  const said = {
    assessor: cell("assessor") || nobody,
    perspective: cell("perspective"),
    confidence: cell("confidence"),
    rationale: cell("rationale"),
  };
  if (!isWide(roles)) return [{ line, cells: { ...said, function: cell("function"), level: cell("level") } }];
  return roles.flatMap((role, index) => {
    const key = functionOf(role);
    const level = cells[index]?.trim() ?? "";
    // An empty cell of a wide table is a function that was not judged, not one that could not be.
    if (key === null || level === "") return [];
    return [{ line, cells: { ...said, function: key, level }, header: table.header[index] }];
  });
}
