import type { Triangulation } from "#rubric/scoring/triangulation";
import type { Agreement, FunctionScore, OverallChange, Score, WeightCheck } from "#rubric/scoring/types";
import { decimals, percentage, printable, pValue, textTable } from "./text-table";

/** A score as plain text for a terminal; `seen` adds the perspectives. */
export function scoreText(score: Score, seen: Triangulation | null): string {
  const parts = [
    functionsText(score),
    overallText(score),
    agreementText(score.agreement),
    sensitivityText(score),
  ];
  if (seen) parts.push(triangulationText(seen));
  return `${parts.join("\n\n")}\n`;
}

function functionsText({ functions }: Score): string {
  const header = ["unit", "n", "missing", "level", "mean", "distribution", "A", "Cns", "AD", "on one level"];
  const rows = functions.map((item) => [
    item.key,
    String(item.n),
    String(item.missing),
    levelText(item),
    decimals(item.mean),
    item.distribution.join(" "),
    decimals(item.agreementA),
    decimals(item.tastleWierman),
    decimals(item.averageDeviation),
    percentage(item.shareOnMode),
    item.consensus ?? "-",
    intervalText(item),
  ]);
  return textTable([...header, "consensus", "interval (coverage)"], rows, [3, 10, 11]);
}

function levelText({ level, split, reason }: FunctionScore): string {
  if (level === null) return reason === "no-judgments" ? "no judgments" : "below quorum";
  return split ? `${level} (${split.lower}-${split.upper} split)` : String(level);
}

function intervalText({ interval }: FunctionScore): string {
  return interval ? `${interval.low}-${interval.high} (${percentage(interval.coverage)})` : "-";
}

function overallText({ overall }: Score): string {
  const bound = overall.binding.length > 0 ? `, held by ${names(overall.binding)}` : "";
  const without = overall.functions - overall.withResult;
  const atMost = overall.attainedAtMost === null ? "" : `, at most ${overall.attainedAtMost}`;
  const unknown = `not known${atMost}: ${without} of ${overall.functions} without a result`;
  return [
    `Typical level          ${overall.typical ?? "none"} (${overall.withResult} of ${overall.functions} with a result)`,
    `Fully attained stage   ${overall.attained === null ? unknown : `${overall.attained}${bound}`}`,
    `Mean index             ${decimals(overall.meanIndex, 1)}`,
  ].join("\n");
}

function agreementText(agreement: Agreement): string {
  const { krippendorff, gwet, kendallW, jackknife } = agreement;
  const around = ({
    low,
    high,
    reason,
  }: {
    low: number | null;
    high: number | null;
    reason: string | null;
  }) =>
    low === null ? `no interval: ${reason}` : `95% jackknife ${decimals(low, 3)} to ${decimals(high, 3)}`;
  const three = (value: number | null, reason: string | null) =>
    value === null ? `- (${reason})` : decimals(value, 3);
  const alpha = (value: number | null) => three(value, agreement.reasons.krippendorff);
  const ac = (value: number | null) => three(value, agreement.reasons.gwet);
  const w = `p = ${pValue(kendallW.p)}, ${kendallW.units} units that all ${kendallW.raters} rated`;
  return [
    `Agreement of ${agreement.raters} raters over ${agreement.units} units with at least two ratings`,
    `  Gwet AC2 ordinal             ${ac(gwet.ac2Ordinal)}  ${around(jackknife.ac2Ordinal)}`,
    `  Krippendorff alpha ordinal   ${alpha(krippendorff.ordinal)}  ${around(jackknife.alphaOrdinal)}`,
    `  alpha nominal, interval      ${alpha(krippendorff.nominal)}, ${alpha(krippendorff.interval)}`,
    `  AC1; AC2 linear, quadratic   ${ac(gwet.ac1)}; ${ac(gwet.ac2Linear)}, ${ac(gwet.ac2Quadratic)}`,
    `  Fleiss kappa                 ${three(agreement.fleissKappa, agreement.reasons.fleissKappa)}`,
    `  Kendall W                    ${three(kendallW.w, kendallW.reason)}  ${kendallW.w === null ? "" : w}`.trimEnd(),
  ].join("\n");
}

type Effect = { functions: { key: string; from: number; to: number | null }[]; overall: OverallChange };

function sensitivityText({ sensitivity }: Score): string {
  const single = sensitivity.leaveOneOut.filter(({ changes }) => changes);
  const lines = single.map((item) => `  without ${printable(item.rater)}: ${effectText(item)}`);
  const weights = (label: string, check: WeightCheck) => {
    if (check.reason) return [];
    return [`${label}: ${check.changes ? effectText(check) : "no level changes"}`];
  };
  return [
    single.length === 0 ? "No single rater changes a level." : "Levels that hang on a single rater",
    ...lines,
    ...weights("Weighted by expert weight", sensitivity.expertWeight),
    ...weights("Weighted by confidence", sensitivity.confidence),
  ].join("\n");
}

function effectText({ functions, overall }: Effect): string {
  const changes = functions.map(({ key, from, to }) => `${printable(key)} ${from} -> ${to ?? "none"}`);
  const whole = (["typical", "attained"] as const).flatMap((name) => {
    const change = overall[name];
    return change ? [`${name} ${change.from ?? "none"} -> ${change.to ?? "none"}`] : [];
  });
  return [...changes, ...whole].join(", ");
}

function triangulationText({ perspectives, functions, minimum, differing }: Triangulation): string {
  const rows = functions.map(({ key, views, apart }) => [
    key,
    ...views.map(({ level, n, withheld }) => (withheld ? `withheld (n ${n})` : `${level ?? "-"} (n ${n})`)),
    apart === null ? "-" : String(apart),
  ]);
  const table = textTable(["unit", ...perspectives.map(printable), "apart"], rows);
  const differ =
    differing.length > 0 ? `Perspectives differ on ${names(differing)}.` : "Perspectives do not differ.";
  return `Level by perspective (at least ${minimum} judgments each)\n${table}\n${differ}`;
}

function names(keys: string[]): string {
  return keys.map(printable).join(", ");
}
