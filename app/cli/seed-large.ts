import { type Command, InvalidArgumentError } from "commander";
import { seedLarge } from "~/use-cases/seed-large";
import { type Io, withStore } from "./io";
import { progressBar } from "./progress";

const HELP = `
The companies are made up. Do this on a store of its own (DATA_DIR), not beside real ones: there is no undo.`;

/** Adds the command `seed:large`: a workspace with many companies, to try how the app behaves with them. */
export function registerSeedLarge(program: Command, io: Io): void {
  program
    .command("seed:large")
    .description("add many made-up companies with published assessments, for trying out")
    .option("--companies <n>", "how many companies", wholeNumber(100_000), 1000)
    .option("--waves <n>", "published assessments of each company", wholeNumber(40), 10)
    .option("--panel <n>", "people on each panel", wholeNumber(50), 7)
    .addHelpText("after", HELP)
    .action((size: { companies: number; waves: number; panel: number }) =>
      withStore(io, ({ context }) => {
        seedLarge(context, size, progressBar(io, "Companies"));
        io.out(`Added ${size.companies} companies with ${size.waves} published assessments each.\n`);
      }),
    );
}

function wholeNumber(most: number) {
  return (text: string): number => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < 1 || value > most) {
      throw new InvalidArgumentError(`It must be a whole number from 1 to ${most}.`);
    }
    return value;
  };
}
