import type { Command } from "commander";
import { PAIRING_FROM } from "#rubric/scoring/change-test";
import { compare } from "#rubric/scoring/compare";
import { DEFAULT_QUORUM } from "#rubric/scoring/panel";
import type { ScoreInput } from "#rubric/scoring/types";
import { compareText } from "./compare-text";
import { levelsIn, quorumIn, ratingsFrom, SLOW_MS } from "./score";

type Options = { levels: number; quorum: number; json?: true };

const HELP = `
Both files are CSV in long format, unit,rater,level, as for score. Raters are paired by name: units with at
least ${PAIRING_FROM} raters in both files (or the same raters and no others) get the exact signed-rank test, all others
the exact permutation Mann-Whitney test, corrected over the units after Holm.`;

/** Adds the command `compare`: two ratings files to the change of each unit, with its test. */
export function registerCompare(program: Command): void {
  program
    .command("compare")
    .description("change between two CSV files of ratings, raters paired by name")
    .argument("<before.csv>", "the earlier ratings in long format")
    .argument("<after.csv>", "the later ratings in long format")
    .requiredOption("--levels <number>", "number of levels of the rubric, 2 to 10", levelsIn)
    .option("--quorum <number>", "least number of judgments for a result", quorumIn, DEFAULT_QUORUM)
    .option("--json", "print JSON with unrounded numbers")
    .addHelpText("after", HELP)
    .action((beforeFile: string, afterFile: string, options: Options, command: Command) => {
      const { writeOut, writeErr } = command.configureOutput();
      const tell = (text: string) => writeErr?.(text);
      const read = (file: string): ScoreInput => {
        const { units, raters, judgments } = ratingsFrom(file, options.levels, tell);
        return { units, raters, judgments, levels: options.levels, quorum: options.quorum };
      };
      const result = compare(read(beforeFile), read(afterFile), { onTested: everySecond(tell) });
      writeOut?.(options.json ? `${JSON.stringify(result, null, 2)}\n` : compareText(result));
    });
}

/** Tells once a second how many units are tested, and nothing when all of it is over sooner. */
function everySecond(tell: (text: string) => void): (done: number, total: number) => void {
  let last = performance.now();
  return (done, total) => {
    if (performance.now() - last < SLOW_MS || done === total) return;
    last = performance.now();
    tell(`${done} of ${total} units tested\n`);
  };
}
