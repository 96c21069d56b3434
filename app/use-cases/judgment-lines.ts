import type { PanelMember } from "#db/panel";
import { PERSPECTIVES } from "#db/schema";
import type { Rubric } from "#rubric/schema";
import { m } from "~/i18n/messages";
import { severalLines } from "./clean-text";
import { type Newcomer, type Perspective, Roster } from "./import-roster";
import { LONGEST_NOTE } from "./judging";
import { type CsvLine, fold, type JudgmentColumn, type LineProblem, quote, shorten } from "./judgments-csv";

/**
 * A checked line. `assessor` is a member's id or a newcomer's key; `level` null is "cannot judge", of which nobody
 * can be confident.
 */
export type JudgmentLine = {
  line: number;
  assessor: string;
  functionKey: string;
  level: number | null;
  confidence: number | null;
  rationale: string;
};

export type CheckedLines = { lines: JudgmentLine[]; newcomers: Newcomer[]; problems: LineProblem[] };

/** As the pages say them, in both languages. */
const CONFIDENCE: Record<string, number> = {
  "1": 1,
  "2": 2,
  "3": 3,
  low: 1,
  medium: 2,
  high: 3,
  rendah: 1,
  sedang: 2,
  tinggi: 3,
};
const PERSPECTIVE_NAMES: Record<string, Perspective> = {
  pakar: "expert",
  "orang dalam": "insider",
  pelanggan: "customer",
  lainnya: "other",
};

type Cell = { value: string; bad: (found: string, allowed: string) => null };

/**
 * Holds every line against the rubric and the panel. Nothing is stored; all problems are found, not only the first.
 * `addresses` keeps the placeholders of newcomers, for the same people in several assessments.
 */
export function checkLines(
  source: CsvLine[],
  rubric: Rubric,
  members: PanelMember[],
  addresses?: Map<string, string>,
): CheckedLines {
  const problems: LineProblem[] = [];
  const people = new Roster(members, problems, addresses);
  const functions = functionNames(rubric);
  const first = new Map<string, number>();
  const lines = source.flatMap(({ line, cells, header }): JudgmentLine[] => {
    const before = problems.length;
    const cell = (column: JudgmentColumn): Cell => ({
      value: cells[column],
      bad: (found, allowed) => {
        problems.push({ line, column, found, allowed, header });
        return null;
      },
    });
    const perspective = readPerspective(cell("perspective"));
    const assessor = people.find(line, cells.assessor, perspective);
    const functionKey = readFunction(cell("function"), functions, rubric);
    const level = readLevel(cell("level"), rubric.levels.length);
    const confidence = readConfidence(cell("confidence"));
    const rationale = readRationale(cell("rationale"));
    if (assessor !== null && functionKey !== null) {
      const pair = `${assessor} ${functionKey}`;
      const earlier = first.get(pair);
      if (earlier !== undefined) {
        const name = shorten(cells.assessor.trim());
        const found = m.import_found_second({ function: functionKey, name });
        problems.push({ line, column: null, found, allowed: m.import_allowed_first({ line: earlier }) });
      } else first.set(pair, line);
    }
    if (assessor === null || functionKey === null || problems.length > before) return [];
    const sure = level === null ? null : confidence;
    return [{ line, assessor, functionKey, level, confidence: sure, rationale }];
  });
  return { lines, newcomers: people.newcomers(), problems };
}

/** Every way to name a function -> its key. A key wins over another function's name. */
function functionNames({ functions }: Rubric): Map<string, string> {
  return new Map([
    ...functions.flatMap(({ key, name }) => Object.values(name).map((text) => [fold(text), key] as const)),
    ...functions.map(({ key }) => [fold(key), key] as const),
  ]);
}

function readFunction({ value, bad }: Cell, names: Map<string, string>, rubric: Rubric): string | null {
  const keys = rubric.functions.map(({ key }) => key).join(", ");
  return names.get(fold(value)) ?? bad(quote(value), m.import_allowed_functions({ keys }));
}

/** The level, null for "cannot judge". Digits only: "3 ", "03" and "3.0" are typing errors, not levels. */
function readLevel({ value, bad }: Cell, levels: number): number | null {
  if (value === "") return null;
  if (/^[1-9]\d*$/.test(value) && Number(value) <= levels) return Number(value);
  return bad(quote(value), m.import_allowed_level({ levels }));
}

function readConfidence({ value, bad }: Cell): number | null {
  const folded = fold(value);
  if (folded === "") return null;
  const words = Object.keys(CONFIDENCE).join(", ");
  return (
    (Object.hasOwn(CONFIDENCE, folded) && CONFIDENCE[folded]) ||
    bad(quote(value), m.import_allowed_confidence({ words }))
  );
}

/** Undefined when none is given, null when it is a wrong one. */
function readPerspective({ value, bad }: Cell): Perspective | null | undefined {
  const folded = fold(value);
  if (folded === "") return undefined;
  const known = PERSPECTIVES.find((perspective) => perspective === folded);
  if (known) return known;
  return (
    (Object.hasOwn(PERSPECTIVE_NAMES, folded) && PERSPECTIVE_NAMES[folded]) ||
    bad(quote(value), PERSPECTIVES.join(", "))
  );
}

function readRationale({ value, bad }: Cell): string {
  const text = severalLines(value);
  if (text.length > LONGEST_NOTE) {
    bad(m.import_characters({ count: text.length }), m.import_allowed_characters({ count: LONGEST_NOTE }));
  }
  return text;
}
