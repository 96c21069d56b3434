import { stringify } from "csv-stringify/sync";
import type { Rubric } from "#rubric/schema";
import type { AssessmentExport } from "./export-assessment";
import { escapeFormula } from "./judgments-csv";

type Line = AssessmentExport["functions"][number] & AssessmentExport["targets"][number];
type Names = Rubric["functions"][number]["name"];

/** The columns of a file of results, each with what stands in it; what is undefined stays empty. */
const COLUMNS: Record<string, (line: Line, name: Names) => string | number | null | undefined> = {
  function: ({ key }) => key,
  name_id: (_, name) => escapeFormula(name.id),
  name_en: (_, name) => escapeFormula(name.en),
  level: ({ level }) => level,
  target: ({ target }) => target,
  gap: ({ gap }) => gap,
  consensus: ({ consensus }) => consensus,
  agreement_a: ({ agreementA }) => agreementA,
  tastle_wierman: ({ tastleWierman }) => tastleWierman,
  average_deviation: ({ averageDeviation }) => averageDeviation,
  share_on_mode: ({ shareOnMode }) => shareOnMode,
  mean: ({ mean }) => mean,
  interval_low: ({ interval }) => interval?.low,
  interval_high: ({ interval }) => interval?.high,
  interval_coverage: ({ interval }) => interval?.coverage,
  judgments: ({ n }) => n,
  missing: ({ missing }) => missing,
};

/** One line for each function with its level, target, gap and agreement; numbers unrounded, with a point. */
export function writeFunctions(
  { functions, targets }: Pick<AssessmentExport, "functions" | "targets">,
  rubric: Rubric,
): string {
  const columns = Object.values(COLUMNS);
  const lines = functions.map((fn) => {
    const goal = targets.find(({ key }) => key === fn.key) ?? { key: fn.key, target: null, gap: null };
    const name = rubric.functions.find(({ key }) => key === fn.key)?.name ?? { id: fn.key, en: fn.key };
    const line = { ...fn, ...goal };
    return columns.map((cell) => cell(line, name));
  });
  return stringify([Object.keys(COLUMNS), ...lines]);
}
