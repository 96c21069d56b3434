import type { Command } from "commander";
import { readCompanyAssessments } from "~/use-cases/assessments";
import { readCompanies } from "~/use-cases/companies";
import { seedSample } from "~/use-cases/seed-sample";
import { type Io, withStore } from "./io";

const HELP = `
The sample is a made-up company with its assessments. A new store has it from the beginning; this brings it back
after it was removed. Where it is there already, nothing is changed.`;

/** Adds the command `seed`: the sample company, unless it is there. */
export function registerSeed(program: Command, io: Io): void {
  program
    .command("seed")
    .description("add the sample company")
    .addHelpText("after", HELP)
    .action(() =>
      withStore(io, ({ context, root, created }) => {
        const added = seedSample(context, root) !== null || created;
        io.out(added ? "The sample company was added.\n" : "The sample company is there already.\n");
        for (const company of readCompanies(context).filter(({ sample }) => sample)) {
          io.out(`company     ${company.id}  ${company.name}\n`);
          for (const { id, title, state } of readCompanyAssessments(context, company.id)) {
            io.out(`assessment  ${id}  ${title} (${state})\n`);
          }
        }
      }),
    );
}
