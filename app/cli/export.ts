import { writeFileSync } from "node:fs";
import { type Command, Option } from "commander";
import { exportAssessment } from "~/use-cases/export-assessment";
import { noteExport } from "~/use-cases/note-export";
import { CliError } from "./cli-error";
import { naming } from "./errors";
import { type Io, withStore } from "./io";

type Options = { format: "json" | "csv"; output?: string };

const HELP = `
json  the whole result: overall, functions, agreement, sensitivity and all judgments, numbers unrounded, what is
      undefined null. A published assessment gives its newest publication, others what the judgments give now.
csv   the judgments, one line for every assessor and function, as import reads them. An empty level is a missing
      one. Text that a spreadsheet would run as a formula has an apostrophe before it; import takes it away.

Assessors are numbered in an order of their own, without names. Perspectives of groups smaller than the
assessment's minimum group are given as other.`;

/** Adds the command `export`: an assessment as JSON or CSV, to standard output or a file. */
export function registerExport(program: Command, io: Io): void {
  program
    .command("export")
    .description("an assessment as JSON or its judgments as CSV")
    .argument("<assessment>", "the assessment's id")
    .addOption(
      new Option("--format <format>", "form of the output").choices(["json", "csv"]).makeOptionMandatory(),
    )
    .option("--output <file>", "write to this file instead of standard output")
    .addHelpText("after", HELP)
    .action((id: string, { format, output }: Options) => {
      const { json, csv } = withStore(io, ({ context }) => {
        const exported = naming(`assessment ${id}`, () => exportAssessment(context, id));
        noteExport(context, id, format);
        return exported;
      });
      const text = format === "json" ? `${JSON.stringify(json, null, 2)}\n` : csv;
      if (output === undefined) io.out(text);
      else writeText(output, text);
    });
}

/** Writes a file that was asked for. @throws CliError where it cannot be written */
export function writeText(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new CliError(
      `${file} cannot be written: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
