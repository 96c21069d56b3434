import type { Command } from "commander";
import { Refusal } from "~/use-cases/errors";
import { type ImportReport, importJudgments } from "~/use-cases/import-judgments";
import { CliError } from "./cli-error";
import { readText } from "./csv-rows";
import { naming } from "./errors";
import { type Io, withStore } from "./io";
import { progressTo } from "./progress";
import { printable } from "./text-table";

const HELP = `
The file is CSV, separated by commas or semicolons, with these columns in any order:
  assessor     name or e-mail address of a panel member; others are added to the panel
  perspective  expert, insider, customer or other; needed once for somebody who is not on the panel yet
  function     key of a function, or its name in Indonesian or English
  level        a whole number; empty for "cannot judge"
  confidence   1 to 3, low/medium/high or rendah/sedang/tinggi; may be empty
  rationale    any text; may be empty

Either all lines are imported or none; everything that is wrong is listed by line. Earlier judgments stay in the
history. An assessor with a judgment of every function counts as having handed in.`;

/** Adds the command `import`: judgments from a CSV file into a draft or open assessment. */
export function registerImport(program: Command, io: Io): void {
  program
    .command("import")
    .description("judgments from a CSV file into an assessment")
    .argument("<file.csv>", "the judgments, one a line")
    .requiredOption("--assessment <id>", "the assessment that takes them; it must be a draft or open")
    .addHelpText("after", HELP)
    .action((file: string, { assessment: id }: { assessment: string }) => {
      const text = readText(file);
      withStore(io, ({ context }) => {
        const progress = progressTo(io, "lines imported");
        const report = naming(`assessment ${id}`, () =>
          refusingClosed(() => importJudgments(context, id, text, progress)),
        );
        io.out(asText(report));
      });
    });
}

function refusingClosed<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Refusal) || error.reason !== "wrong-state") throw error;
    const { state } = error.detail;
    throw new CliError(`The assessment is ${state}; only a draft or an open one takes judgments.`);
  }
}

function asText({ lines, stored, unchanged, added, submitted }: ImportReport): string {
  const joined = added.length > 0 ? `: ${added.map(printable).join(", ")}` : "";
  return [
    `Lines read                  ${lines}`,
    `Judgments stored            ${stored}`,
    `Stored already, left alone  ${unchanged}`,
    `People added to the panel   ${added.length}${joined}`,
    `Assessors now handed in     ${submitted.length}`,
    "",
  ].join("\n");
}
