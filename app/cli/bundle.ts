import type { Command } from "commander";
import { signingKey } from "~/signing-key.server";
import { requireAssessment } from "~/use-cases/assessments";
import { makeBundle } from "~/use-cases/make-bundle";
import { noteExport } from "~/use-cases/note-export";
import { CliError } from "./cli-error";
import { naming } from "./errors";
import { writeText } from "./export";
import { type Io, withStore } from "./io";

const HELP = `
The bundle holds the result with its rubric, settings and judgments, signed with this installation's key, so that
bundle:verify computes the same numbers anywhere. Assessors are numbered, not named. With --unlinked, as the company's
readers get it, the judgments of each function stand by themselves: what one person said of two functions cannot be
joined, and what hangs on that cannot be computed again.`;

/** Adds the command `bundle`: an assessment's result as a signed file. */
export function registerBundle(program: Command, io: Io, generator: string): void {
  program
    .command("bundle")
    .description("an assessment's result as a signed bundle")
    .argument("<assessment>", "the assessment's id")
    .argument("<file>", "where to write it")
    .option("--unlinked", "leave out which judgments belong to one person")
    .addHelpText("after", HELP)
    .action((id: string, file: string, { unlinked = false }: { unlinked?: boolean }) => {
      withStore(io, ({ context, dataDir }) => {
        const assessment = naming(`assessment ${id}`, () => requireAssessment(context, id));
        const given = { live: true, linked: !unlinked, key: signingKey(dataDir), generator };
        const bundle = makeBundle(context, assessment, given);
        if (!bundle || bundle.empty) throw new CliError(`Nobody has judged in the assessment ${id} yet.`);
        writeText(file, bundle.text);
        noteExport(context, id, "bundle");
      });
    });
}
