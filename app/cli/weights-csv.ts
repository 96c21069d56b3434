import type { ScoreInput } from "#rubric/scoring/types";
import { CliError } from "./cli-error";
import { LineProblems, parseCsv, readText } from "./csv-rows";
import { nameIn, weightIn } from "./ratings-csv";

const KINDS = ["unit", "rater"] as const;

/**
 * Puts the weights of a CSV file on the units (header `unit,weight`: the function weights of the overall) or on
 * the raters (header `rater,weight`: expert weights, for the sensitivity check only) of `input`. Who is not
 * named keeps the weight that is there. Throws a CliError that lists unknown or repeated names and bad numbers.
 */
export function applyWeights<Input extends Pick<ScoreInput, "units" | "raters">>(
  input: Input,
  file: string,
): Input {
  const text = readText(file);
  const kind = KINDS.find((name) => hasColumn(text, file, name));
  if (!kind) throw new CliError(`${file}: the first line must be unit,weight or rater,weight`);
  const csv = parseCsv(text, file, [kind, "weight"]);
  const known = new Set((kind === "unit" ? input.units : input.raters).map(({ key }) => key));
  const weights = new Map<string, number>();
  const problems = new LineProblems();
  for (const { line, cell } of csv.rows) {
    const name = nameIn(cell(kind));
    const weight = weightIn(cell("weight"), csv.decimalComma);
    if (!known.has(name)) problems.add(line, `there is no ${kind} "${name}" in the ratings`);
    if (weights.has(name)) problems.add(line, `${kind} "${name}" stands there twice`);
    if (weight === null)
      problems.add(line, `weight ${JSON.stringify(cell("weight"))} is not a number above 0`);
    weights.set(name, weight ?? 1);
  }
  problems.throwIfAny(file);
  const weigh = <Item extends { key: string; weight?: number }>(item: Item): Item => {
    const weight = weights.get(item.key);
    return weight === undefined ? item : { ...item, weight };
  };
  return kind === "unit"
    ? { ...input, units: input.units.map(weigh) }
    : { ...input, raters: input.raters.map(weigh) };
}

function hasColumn(text: string, file: string, name: string): boolean {
  return parseCsv(text, file, ["weight"], [...KINDS]).columns.includes(name);
}
