import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command, CommanderError } from "commander";
import { withLocale } from "~/i18n/locale.server";
import { CliError } from "./cli-error";

export type Run = { code: number; out: string; err: string };

/** Runs one command of the command line as a user would, without a process: exit code and both outputs. */
export async function runCli(register: (program: Command) => void, ...args: string[]): Promise<Run> {
  const run: Run = { code: 0, out: "", err: "" };
  const program = new Command("selaras").exitOverride().configureOutput({
    writeOut: (text) => {
      run.out += text;
    },
    writeErr: (text) => {
      run.err += text;
    },
  });
  register(program);
  try {
    await withLocale("en", () => program.parseAsync(args, { from: "user" }));
  } catch (error) {
    if (error instanceof CommanderError) return { ...run, code: error.exitCode };
    if (!(error instanceof CliError)) throw error;
    return { ...run, code: 1, err: `${run.err}${error.message}\n` };
  }
  return run;
}

/** A folder of files that is gone after `use`; `path` gives the full name of one. */
export async function withFiles<Result>(
  files: Record<string, string | Buffer>,
  use: (path: (name: string) => string) => Promise<Result> | Result,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), "selaras-cli-"));
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    return await use((name) => join(folder, name));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Ratings in long format from one string per unit, one character per rater; "." is an empty level. */
export function longFormat(units: string, raterName = (index: number) => `r${index + 1}`): string {
  const rows = units
    .split(" ")
    .flatMap((row, unit) =>
      [...row].map((level, rater) => `u${unit + 1},${raterName(rater)},${level === "." ? "" : level}`),
    );
  return `unit,rater,level\n${rows.join("\n")}\n`;
}
