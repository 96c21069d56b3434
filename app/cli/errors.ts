import { StoreError } from "#db/store-error";
import { EnvError } from "~/env.server";
import { RubricLibraryError } from "~/rubric-library.server";
import { Refusal, type RefusalReason } from "~/use-cases/errors";
import { ImportProblems } from "~/use-cases/import-judgments";
import { PastProblems, type PastText } from "~/use-cases/import-past";
import type { LineProblem } from "~/use-cases/judgments-csv";
import { sayTableRefusal, TableRefusal } from "~/use-cases/table-refusal";
import { CliError } from "./cli-error";
import { printable } from "./text-table";

/** What a refusal means at the command line; those not named here are said as they are called. */
const REFUSALS: Partial<Record<RefusalReason, (detail: Refusal["detail"]) => string>> = {
  "not-found": () => "There is no such thing in this store; `list` shows what there is.",
  "wrong-state": ({ state }) => `The assessment is ${state}, which does not permit this.`,
  "unknown-rubric": ({ key }) => `There is no rubric ${key}.`,
  "email-taken": ({ email }) => `${email} has this access already.`,
};

/** What the system says of a file or directory that cannot be used; its message names it. */
const FILE_ERRORS = ["EACCES", "EPERM", "EROFS", "ENOTDIR", "EISDIR"];

/** The message for an error that the user can put right; null for one that is a defect of Selaras. */
export function explain(error: unknown): string | null {
  if (error instanceof ImportProblems) return listProblems(error.problems);
  if (error instanceof PastProblems) return pastProblems(error.preview.problems);
  if (error instanceof TableRefusal) return sayTableRefusal(error);
  if (error instanceof Refusal) return REFUSALS[error.reason]?.(error.detail) ?? `Refused: ${error.reason}.`;
  if (error instanceof CliError || error instanceof EnvError) return error.message;
  if (error instanceof StoreError || error instanceof RubricLibraryError) return error.message;
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code === "ENOSPC" || code === "SQLITE_FULL") return "There is no room left on the disk.";
  if (FILE_ERRORS.includes(String(code))) return (error as Error).message;
  if (code === "SQLITE_BUSY") return "Another program is writing to the store; try again in a moment.";
  return null;
}

/** Says which thing was not found, instead of that something was not. */
export function naming<T>(what: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Refusal) || error.reason !== "not-found") throw error;
    throw new CliError(`There is no ${what}; \`list\` shows what there is.`);
  }
}

function listProblems(problems: LineProblem[]): string {
  const lines = problems.map(({ line, column, found, allowed }) => {
    const where = column ? `line ${line}, ${column}` : `line ${line}`;
    return `  ${where}: found ${found}; allowed: ${allowed}`;
  });
  const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
  return [`Nothing was imported, because of ${count}:`, ...lines].join("\n");
}

/** The same where the problems are told as sentences. */
export function pastProblems(problems: PastText[]): string {
  const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
  const lines = problems.map(({ text }) => `  ${printable(text)}`);
  return [`Nothing was imported, because of ${count}:`, ...lines].join("\n");
}
