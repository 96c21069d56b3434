import { readFileSync } from "node:fs";
import { type Command, Option } from "commander";
import { z } from "zod";
import type { Locale } from "~/i18n/locale";
import {
  importPast,
  type PastInput,
  type PastPreview,
  PastProblems,
  previewPast,
} from "~/use-cases/import-past";
import { guessRoles } from "~/use-cases/past/guess-roles";
import { readTable } from "~/use-cases/read-table";
import { requireRubric } from "~/use-cases/rubrics";
import { CliError } from "./cli-error";
import { fileTrouble } from "./csv-rows";
import { naming } from "./errors";
import { type Io, withStore } from "./io";
import { progressTo } from "./progress";
import { textTable } from "./text-table";

const HELP = `
The file is an Excel workbook (.xlsx) or CSV. Its columns are told by their names: date, title, assessor, perspective,
function, level, confidence and rationale (or their Indonesian names), or one column of levels for each function, named
by the function's key or name. Each date becomes one closed assessment. All of it is imported or none.`;

type Options = {
  company: string;
  rubric: string;
  asOf?: string;
  sheet?: string;
  language: Locale;
  dryRun?: boolean;
};

/** Adds the command `import:past`: earlier assessments of a company from one table. */
export function registerImportPast(program: Command, io: Io): void {
  program
    .command("import:past")
    .description("earlier assessments of a company from an Excel workbook or CSV")
    .argument("<file>", "the table")
    .requiredOption("--company <id>", "the company that was assessed")
    .requiredOption("--rubric <key>", "the rubric it was judged by")
    .option("--as-of <date>", "the date of all rows (yyyy-mm-dd), where no column holds it", dateIn)
    .option("--sheet <name>", "the sheet of the workbook, if not the first")
    .addOption(
      new Option("--language <language>", "language of the assessments").choices(["id", "en"]).default("id"),
    )
    .option("--dry-run", "say what would be made, and store nothing")
    .addHelpText("after", HELP)
    .action(async (file: string, options: Options) => {
      const table = await readTable(readBytes(file), { sheet: options.sheet });
      withStore(io, ({ context }) =>
        naming(`company ${options.company}`, () => {
          const { rubric } = requireRubric(context, options.rubric);
          const roles = guessRoles(table.header, rubric);
          const { asOf = null, language, company } = options;
          const input: PastInput = { table, roles, rubricKey: rubric.key, asOf, language };
          const preview = previewPast(context, company, input);
          io.out(columnsText(input));
          if (options.dryRun && preview.problems.length > 0) throw new PastProblems(preview);
          if (!options.dryRun) importPast(context, company, input, progressTo(io, "assessments imported"));
          io.out(`${assessmentsText(preview)}\n${options.dryRun ? "Nothing was stored.\n" : ""}`);
        }),
      );
    });
}

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new CliError(`${file}: ${fileTrouble(error)}`);
  }
}

function dateIn(text: string): string {
  if (!z.iso.date().safeParse(text).success) throw new CliError("--as-of must be a date such as 2025-06-30.");
  return text;
}

function columnsText({ table, roles }: PastInput): string {
  const lines = table.header.map((name, index) => [name, roles[index] ?? "ignore"]);
  return `${textTable(["column", "taken for"], lines, [1])}\n\n`;
}

function assessmentsText({ assessments }: PastPreview): string {
  const lines = assessments.map(({ asOf, title, assessors, judgments }) => [
    asOf,
    title,
    String(assessors),
    String(judgments),
  ]);
  return textTable(["as of", "title", "assessors", "judgments"], lines, [1]);
}
