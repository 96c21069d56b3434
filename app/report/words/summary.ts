import { formatDate } from "~/i18n/format";
import { formatList } from "~/i18n/format-number";
import { m } from "~/i18n/messages";
import { levelLabel } from "~/report/words";
import type { Report } from "~/use-cases/read-report";

/** How many next steps a summary names: one for each of the functions that rank first. */
const STEPS = 3;

/** What the typical level rests on: how many functions stand at it or above. */
export function typicalReading({ overall }: Report): string {
  const reading = overall.weighted ? m.report_typical_reading_weighted : m.report_typical_reading;
  return reading({ count: overall.atTypicalOrAbove, total: overall.withResult });
}

/** What holds the fully attained stage where it is, or why there is none. */
export function attainedReading({ overall, functions, levels }: Report): string {
  const { attained, attainedAtMost, binding } = overall;
  if (attained === null) return m.report_attained_unknown({ level: levelLabel(levels, attainedAtMost) });
  const names = functions.filter(({ key }) => binding.includes(key)).map(({ name }) => name);
  if (names.length === overall.functions) return m.report_attained_all();
  return m.report_attained_reading({ functions: formatList(names) });
}

/** What a customer of a company on the typical level meets; null without such a level. */
export function typicalMeaning({ overall, levels }: Report): string | null {
  return levels.find(({ number }) => number === overall.typical)?.meaning ?? null;
}

/** Which functions of the overall have no result, and that the overall rests on the others; null where all have one. */
export function partialReading({ functions, assessment }: Report): string | null {
  const without = functions.filter(({ level, inOverall }) => level === null && inOverall);
  if (without.length === 0) return null;
  const names = formatList(without.map(({ name }) => name));
  return m.report_partial_body({ functions: names, quorum: assessment.quorum });
}

export type ExtremeLine = { label: string; level: number; text: string };

/** The strongest and the weakest functions, a line each; none where all functions stand on one level. */
export function extremeLines({ extremes, functions }: Report): ExtremeLine[] {
  if (!extremes) return [];
  const lines = [
    [m.report_strongest(), extremes.strongest],
    [m.report_weakest(), extremes.weakest],
  ] as const;
  return lines.map(([label, { level, keys, more }]) => {
    const names = keys.flatMap((key) => functions.find((fn) => fn.key === key)?.name ?? []);
    const text = more > 0 ? m.report_extreme_more({ functions: names.join(", "), more }) : formatList(names);
    return { label, level, text };
  });
}

export type NextStep = { key: string; name: string; text: string };

/** The first recommendation of each function that ranks first; without any, what the next levels ask for. */
export function nextSteps({ recommendations, functions }: Report): NextStep[] {
  const firsts = recommendations.items.filter(
    (item, index, all) => all.findIndex(({ unit }) => unit === item.unit) === index,
  );
  if (firsts.length > 0) {
    return firsts.slice(0, STEPS).map(({ unit: key, functionName: name, text }) => ({ key, name, text }));
  }
  return functions
    .filter(({ key, level }) => level !== null && !recommendations.atTarget.includes(key))
    .sort((a, b) => (a.level ?? 0) - (b.level ?? 0))
    .flatMap(({ key, name, next }) => (next ? [{ key, name, text: next.descriptor }] : []))
    .slice(0, STEPS);
}

/** What moved since the assessment before, with its date as the label; null without one. */
export function sinceReading(report: Report): { label: string; text: string } | null {
  const { previous, overall, functions, levels } = report;
  if (!previous) return null;
  const moved = functions.flatMap(({ level, previous: before }) =>
    level === null || before === null ? [] : [Math.sign(level - before)],
  );
  const count = (direction: number) => moved.filter((one) => one === direction).length;
  const text = [
    typicalChange(previous.typical, overall.typical, levels),
    m.report_since_functions({ up: count(1), same: count(0), down: count(-1) }),
  ];
  return {
    label: m.report_since({ date: formatDate(previous.asOf) }),
    text: text.filter((part) => part !== "").join(" "),
  };
}

function typicalChange(before: number | null, now: number | null, levels: Report["levels"]): string {
  if (before === null || now === null) return "";
  const [from, to] = [levelLabel(levels, before), levelLabel(levels, now)];
  if (now === before) return m.report_since_typical_same({ to });
  return now > before ? m.report_since_typical_up({ from, to }) : m.report_since_typical_down({ from, to });
}

/** On how many functions the panel agrees, and how strongly. */
export function agreementCounts({ functions }: Report): string {
  const classes = functions.flatMap(({ spread }) => spread?.consensus ?? []);
  const count = (wanted: string) => classes.filter((one) => one === wanted).length;
  return m.report_agreement_counts({
    total: classes.length,
    strong: count("strong"),
    moderate: count("moderate"),
    split: count("split"),
  });
}
