import type { Command } from "commander";
import { type Difference, type Verification, verifyResult } from "~/use-cases/verify-result";
import { CliError } from "./cli-error";
import { naming } from "./errors";
import { type Io, withStore } from "./io";

/** How many differences are printed one by one, and how much of each value. */
const MOST = 30;
const WIDEST = 80;

const HELP = `
Computes the newest publication again from the stored judgments and rubric and compares it with what was frozen,
byte by byte. Exit code 0 when they are identical; else 1, and standard error says what differs.`;

/** Adds the command `verify`: whether a published result follows from the stored judgments. */
export function registerVerify(program: Command, io: Io): void {
  program
    .command("verify")
    .description("recompute a published result from the stored judgments")
    .argument("<assessment>", "the assessment's id")
    .addHelpText("after", HELP)
    .action((id: string) =>
      withStore(io, ({ context }) => {
        const verification = naming(`assessment ${id}`, () => verifyResult(context, id));
        if (!verification) throw new CliError(`The assessment ${id} has no publication to verify.`);
        if (!verification.identical) throw new CliError(asText(verification));
        const { number, methodName, methodVersion, judgmentsHash } = verification.publication;
        io.out(
          `identical: publication ${number}, ${methodName} ${methodVersion}, judgments ${judgmentsHash}\n`,
        );
      }),
    );
}

function asText({ publication, differences }: Verification): string {
  const ofReport = differences.filter(({ what }) => what.startsWith("report."));
  const numbers = differences.filter((difference) => !ofReport.includes(difference));
  // What the report says follows from the numbers: it matters by itself only where they are the same.
  const listed = numbers.length > 0 ? numbers : ofReport;
  const more = differences.length - Math.min(listed.length, MOST);
  return [
    `different: publication ${publication.number} does not follow from what is stored.`,
    ...causes(differences),
    ...listed.slice(0, MOST).map(asLine),
    ...(more > 0 ? [`  and ${more} more, ${ofReport.length} of all in what the report says`] : []),
  ].join("\n");
}

/** What the differences come from, as far as it can be told. */
function causes(differences: Difference[]): string[] {
  const differs = (what: string) => differences.some((difference) => difference.what.startsWith(what));
  const functions = differences.flatMap(({ what }) => /^score\.functions\.([^.]+)/.exec(what)?.[1] ?? []);
  return [
    differs("publication.judgmentsHash") ? ["Judgments or settings have changed since."] : [],
    differs("publication.method") ? ["It was computed by another version of the method."] : [],
    differs("rubric text") || differs("publication.rubricHash") ? ["The rubric has changed since."] : [],
    functions.length > 0 ? [`Functions that differ: ${[...new Set(functions)].join(", ")}`] : [],
  ].flat();
}

function asLine({ what, published, recomputed }: Difference): string {
  return `  ${what}: published ${cut(published)}, recomputed ${cut(recomputed)}`;
}

function cut(text: string): string {
  return text.length > WIDEST ? `${text.slice(0, WIDEST)}…` : text;
}
