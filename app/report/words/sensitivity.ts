import { formatList } from "~/i18n/format-number";
import { m } from "~/i18n/messages";
import { levelLabel } from "~/report/words";
import type { Report } from "~/use-cases/read-report";

type View = Report["sensitivity"];
type Check = View["confidence"];

/** Which levels hang on one person, or on how the judgments are weighed: a sentence each, naming nobody. */
export function sensitivityLines(report: Report): string[] {
  const { typical, attained } = report.sensitivity;
  const single = singleLines(report);
  return [
    ...(single.length === 0 ? [m.report_sensitivity_none()] : single),
    ...(single.length > 0 && !typical && !attained ? [m.report_sensitivity_overall_same()] : []),
    weightLine(report),
    confidenceLine(report),
  ];
}

function singleLines(report: Report): string[] {
  const { functions, typical, attained } = report.sensitivity;
  const label = (level: number | null) => levelText(report, level);
  const words = (change: NonNullable<View["typical"]>) => ({
    from: label(change.from),
    to: formatList(change.to.map(label)),
    members: change.members,
  });
  return [
    ...(typical ? [m.report_sensitivity_typical(words(typical))] : []),
    ...(attained ? [m.report_sensitivity_attained(words(attained))] : []),
    ...functions.map((change) =>
      m.report_sensitivity_function({ function: nameOf(report, change.key), ...words(change) }),
    ),
  ];
}

function weightLine(report: Report): string {
  const { expertWeight } = report.sensitivity;
  if (expertWeight.reason) return m.report_sensitivity_weight_none();
  if (!expertWeight.changes) return m.report_sensitivity_weight_same();
  return m.report_sensitivity_weight_change({ changes: sensitivityChanges(report, expertWeight) });
}

function confidenceLine(report: Report): string {
  const { confidence } = report.sensitivity;
  if (confidence.reason) return m.report_sensitivity_confidence_none();
  if (!confidence.changes) return m.report_sensitivity_confidence_same();
  return m.report_sensitivity_confidence_change({ changes: sensitivityChanges(report, confidence) });
}

/** What would change, as one list in a sentence. */
export function sensitivityChanges(
  report: Report,
  { functions, overall }: Pick<Check, "functions" | "overall">,
): string {
  const change = (name: string, from: number | null, to: number | null) =>
    m.report_sensitivity_change({
      function: name,
      from: levelText(report, from),
      to: levelText(report, to),
    });
  return formatList([
    ...functions.map(({ key, from, to }) => change(nameOf(report, key), from, to)),
    ...(overall.typical ? [change(m.report_typical(), overall.typical.from, overall.typical.to)] : []),
    ...(overall.attained ? [change(m.report_attained(), overall.attained.from, overall.attained.to)] : []),
  ]);
}

function nameOf({ functions }: Report, key: string): string {
  return functions.find((fn) => fn.key === key)?.name ?? key;
}

function levelText({ levels }: Report, level: number | null): string {
  return level === null ? m.report_level_none() : levelLabel(levels, level);
}
