import { type Command, InvalidArgumentError } from "commander";
import { DEFAULT_QUORUM, LEVELS_RANGE } from "#rubric/scoring/panel";
import { score } from "#rubric/scoring/score";
import { triangulate } from "#rubric/scoring/triangulation";
import type { ScoreInput } from "#rubric/scoring/types";
import { type Ratings, readRatings } from "./ratings-csv";
import { scoreText } from "./score-text";
import { applyWeights } from "./weights-csv";

type Options = { levels: number; quorum: number; weights?: string[]; json?: true };

/** From here on silence would look like a hang, in milliseconds. */
export const SLOW_MS = 1000;

const HELP = `
The ratings are CSV in long format, one judgment a line:
  unit,rater,level[,perspective,confidence,weight]
An empty level is missing. Fields are separated by commas or semicolons. Confidence is 1 to 3.

A weights file has the header unit,weight (weights of the units in the overall) or rater,weight (expert
weights). Expert weights and confidence only feed the sensitivity check, never the levels themselves.

With perspectives in the file, the result also shows the level by perspective.`;

/** Adds the command `score`: a ratings file to levels, agreement, uncertainty and sensitivity. */
export function registerScore(program: Command): void {
  program
    .command("score")
    .description("levels, agreement and uncertainty from a CSV file of ratings")
    .argument("<ratings.csv>", "ratings in long format")
    .requiredOption("--levels <number>", "number of levels of the rubric, 2 to 10", levelsIn)
    .option("--quorum <number>", "least number of judgments for a result", quorumIn, DEFAULT_QUORUM)
    .option("--weights <csv>", "unit or rater weights; can be given twice", collect)
    .option("--json", "print JSON with unrounded numbers")
    .addHelpText("after", HELP)
    .action((file: string, options: Options, command: Command) => {
      const { writeOut, writeErr } = command.configureOutput();
      const ratings = ratingsFrom(file, options.levels, (text) => writeErr?.(text));
      const { units, raters, judgments } = (options.weights ?? []).reduce(applyWeights, ratings);
      const input: ScoreInput = { units, raters, judgments, levels: options.levels, quorum: options.quorum };
      const result = score(input);
      const seen = raters.some(({ perspective }) => perspective) ? triangulate(input) : null;
      const json = seen ? { ...result, triangulation: seen } : result;
      writeOut?.(options.json ? `${JSON.stringify(json, null, 2)}\n` : scoreText(result, seen));
    });
}

/** Parses `--levels`. */
export function levelsIn(given: string): number {
  return wholeIn(given, LEVELS_RANGE.least, LEVELS_RANGE.most);
}

/** Parses `--quorum`. */
export function quorumIn(given: string): number {
  return wholeIn(given, 1, 1_000_000);
}

/**
 * Reads a ratings file and tells on standard error which columns were not used, because one may be misspelt, and
 * how far it is when reading took longer than a second.
 */
export function ratingsFrom(file: string, levels: number, tell: (text: string) => void): Ratings {
  const start = performance.now();
  const ratings = readRatings(file, levels);
  if (ratings.ignored.length > 0) tell(`${file}: not used: ${ratings.ignored.join(", ")}\n`);
  if (performance.now() - start > SLOW_MS) tell(`${file}: ${ratings.judgments.length} ratings read\n`);
  return ratings;
}

function wholeIn(given: string, least: number, most: number): number {
  const value = /^\d{1,7}$/.test(given) ? Number(given) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
}

function collect(value: string, previous: string[] = []): string[] {
  return [...previous, value];
}
