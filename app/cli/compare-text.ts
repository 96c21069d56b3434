import type { Change, Comparison, FunctionComparison, Verdict } from "#rubric/scoring/compare";
import { decimals, percentage, pValue, signed, textTable } from "./text-table";

const VERDICTS: Record<Verdict, string> = {
  up: "up",
  down: "down",
  noise: "not told from noise",
  "too-small": "panel too small to tell",
  none: "not tested",
};

const REASONS: Record<NonNullable<FunctionComparison["reason"]>, string> = {
  "only-before": "not tested: only before",
  "only-after": "not tested: only after",
  "no-result": "not tested: no result on a side",
};

/** A comparison as plain text for a terminal. */
export function compareText({ functions, overall }: Comparison): string {
  const header = ["unit", "before", "after", "delta", "test", "n", "statistic", "p", "p Holm"];
  const rows = functions.map((item) => [
    item.key,
    String(item.before ?? "-"),
    String(item.after ?? "-"),
    signed(item.delta),
    item.test,
    item.test === "unpaired" ? `${item.nBefore}+${item.nAfter}` : String(item.n),
    decimals(item.statistic, 1),
    `${pValue(item.p)}${item.exact === false ? "*" : ""}`,
    pValue(item.pHolm),
    pValue(item.smallestReachableP),
    pValue(item.smallestReachablePHolm),
    percentage(item.superiority),
    decimals(item.cliffsDelta),
    item.reason === null ? VERDICTS[item.verdict] : REASONS[item.reason],
  ]);
  const lines = [
    textTable([...header, "least p", "least p Holm", "superiority", "Cliff", "verdict"], rows, [4, 13]),
    "",
    changeLine("Typical level", overall.typical, 0),
    changeLine("Fully attained stage", overall.attained, 0),
    changeLine("Mean index", overall.meanIndex, 1),
    "",
    `Holm's correction over ${overall.tested} tested units, significance ${overall.significance}.`,
  ];
  if (functions.some(({ exact }) => exact === false)) {
    lines.push("* estimated from random permutations with a fixed seed; all other p are exact.");
  }
  if (functions.some(({ verdict }) => verdict === "too-small")) {
    lines.push("A panel too small to tell a change from noise is not a sign of no change.");
  }
  return `${lines.join("\n")}\n`;
}

function changeLine(name: string, { before, after, delta }: Change, digits: number): string {
  const side = (value: number | null) => (value === null ? "none" : decimals(value, digits));
  const change = delta === null ? "" : ` (${delta > 0 ? "+" : ""}${decimals(delta, digits)})`;
  return `${name.padEnd(22)} ${side(before)} -> ${side(after)}${change}`;
}
