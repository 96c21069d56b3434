import { CONFIDENCE_RANGE } from "#rubric/scoring/panel";
import type { Judgment, Rater, ScoreInput, Unit } from "#rubric/scoring/types";
import { CliError } from "./cli-error";
import { type CsvRow, LineProblems, parseCsv, readText } from "./csv-rows";

const REQUIRED = ["unit", "rater", "level"];
const OPTIONAL = ["perspective", "confidence", "weight"];

/** Units and raters in the order in which they first stand in the file; `ignored` are unknown columns. */
export type Ratings = Pick<ScoreInput, "units" | "raters" | "judgments"> & { ignored: string[] };

/**
 * Reads ratings in long format, `unit,rater,level[,perspective,confidence,weight]`, one judgment a line; an
 * empty level is missing. `levels` is the number of levels of the rubric. Spaces around names do not count, and
 * equal names are equal however their accents are encoded. Throws a CliError that lists every bad line: a name
 * that is empty, a level that is no whole number from 1 to `levels`, a confidence outside 1..3, a weight that is
 * not above 0, a rater with two perspectives or two weights, the same unit and rater twice.
 */
export function readRatings(file: string, levels: number): Ratings {
  return parseRatings(readText(file), file, levels);
}

/** The same for text that is already there; `file` is only used in messages. */
export function parseRatings(text: string, file: string, levels: number): Ratings {
  const csv = parseCsv(text, file, REQUIRED, OPTIONAL);
  if (csv.rows.length === 0) throw new CliError(`${file}: has a header but no ratings`);
  const reader = new RatingsReader(levels, csv.decimalComma);
  for (const row of csv.rows) reader.read(row);
  reader.problems.throwIfAny(file);
  return { ...reader.result(), ignored: csv.ignored };
}

class RatingsReader {
  readonly problems = new LineProblems();
  private readonly units = new Map<string, Map<string, number>>();
  private readonly raters = new Map<string, Rater>();
  private readonly judgments: Judgment[] = [];

  constructor(
    private readonly levels: number,
    private readonly decimalComma: boolean,
  ) {}

  read({ line, cell }: CsvRow): void {
    const unit = nameIn(cell("unit"));
    const rater = nameIn(cell("rater"));
    if (unit === "") this.problems.add(line, "unit is empty");
    if (rater === "") this.problems.add(line, "rater is empty");
    const level = this.whole(line, "level", cell("level"), 1, this.levels);
    const { least, most } = CONFIDENCE_RANGE;
    const confidence = this.whole(line, "confidence", cell("confidence"), least, most);
    this.noteRater(line, rater, nameIn(cell("perspective")), this.weight(line, cell("weight")));
    if (unit === "" || rater === "") return;
    const seen = this.units.get(unit) ?? new Map<string, number>();
    this.units.set(unit, seen);
    const first = seen.get(rater);
    if (first === undefined) seen.set(rater, line);
    else this.problems.add(line, `unit "${unit}" and rater "${rater}" already stand on line ${first}`);
    this.judgments.push({ unit, rater, level, confidence });
  }

  result(): Pick<ScoreInput, "units" | "raters" | "judgments"> {
    const units: Unit[] = [...this.units.keys()].map((key) => ({ key }));
    return { units, raters: [...this.raters.values()], judgments: this.judgments };
  }

  private noteRater(line: number, key: string, perspective: string, weight: number | undefined): void {
    const known = this.raters.get(key) ?? { key };
    this.raters.set(key, known);
    if (perspective !== "") {
      if (known.perspective !== undefined && known.perspective !== perspective) {
        this.problems.add(line, `rater "${key}" is "${perspective}" here and "${known.perspective}" before`);
      } else known.perspective = perspective;
    }
    if (weight !== undefined) {
      if (known.weight !== undefined && known.weight !== weight) {
        this.problems.add(line, `rater "${key}" weighs ${weight} here and ${known.weight} before`);
      } else known.weight = weight;
    }
  }

  private whole(line: number, column: string, given: string, least: number, most: number): number | null {
    if (given === "") return null;
    const value = /^[1-9]\d?$/.test(given) ? Number(given) : Number.NaN;
    if (value >= least && value <= most) return value;
    this.problems.add(line, `${column} ${quoted(given)} is not a whole number from ${least} to ${most}`);
    return null;
  }

  private weight(line: number, given: string): number | undefined {
    if (given === "") return undefined;
    const value = weightIn(given, this.decimalComma);
    if (value !== null) return value;
    this.problems.add(line, `weight ${quoted(given)} is not a number above 0`);
    return undefined;
  }
}

/** A positive number written plainly, with a decimal comma only where that is how the file writes numbers. */
export function weightIn(given: string, decimalComma: boolean): number | null {
  const text = decimalComma ? given.trim().replace(",", ".") : given.trim();
  const value = /^\d{1,15}(\.\d{1,15})?$/.test(text) ? Number(text) : 0;
  return value > 0 ? value : null;
}

/** A name as it is compared: without spaces around it, accents composed. */
export function nameIn(given: string): string {
  return given.trim().normalize("NFC");
}

function quoted(given: string): string {
  return JSON.stringify(given.length > 40 ? `${given.slice(0, 40)}...` : given);
}
