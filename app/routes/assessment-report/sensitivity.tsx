import { formatList } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { levelLabel } from "~/report/words";
import { Disclosure } from "~/ui/disclosure";
import type { Report } from "~/use-cases/read-report";
import { ReportSection } from "./report-section";

type View = Report["sensitivity"];
type Check = View["confidence"];

/** Which levels hang on one person, or on how the judgments are weighed. */
export function Sensitivity({ report }: { report: Report }) {
  const { sensitivity } = report;
  const lines = singleLines(report);
  return (
    <ReportSection
      id="sensitivity"
      title={m.report_sensitivity_title()}
      lead={m.report_sensitivity_lead({ members: sensitivity.members })}
    >
      <ul className="report-limits">
        {lines.length === 0 ? <li>{m.report_sensitivity_none()}</li> : null}
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
        {lines.length > 0 && !sensitivity.typical && !sensitivity.attained ? (
          <li>{m.report_sensitivity_overall_same()}</li>
        ) : null}
        <li>{weightLine(report)}</li>
        <li>{confidenceLine(report)}</li>
      </ul>
      <Names report={report} />
    </ReportSection>
  );
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
  return m.report_sensitivity_weight_change({ changes: changesText(report, expertWeight) });
}

function confidenceLine(report: Report): string {
  const { confidence } = report.sensitivity;
  if (confidence.reason) return m.report_sensitivity_confidence_none();
  if (!confidence.changes) return m.report_sensitivity_confidence_same();
  return m.report_sensitivity_confidence_change({ changes: changesText(report, confidence) });
}

function changesText(report: Report, { functions, overall }: Pick<Check, "functions" | "overall">): string {
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

/** Who a level hangs on is for consultants' eyes; it is never printed, so that it does not reach the company. */
function Names({ report }: { report: Report }) {
  const { named } = report.sensitivity;
  if (!named || named.length === 0) return null;
  return (
    <Disclosure summary={m.report_sensitivity_names()} count={named.length} className="print-hidden">
      <ul className="report-evidence">
        {named.map(({ name, functions, overall }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two members may share a name; never reordered
          <li key={index}>
            <strong>{name ?? m.report_sensitivity_former()}</strong>:{" "}
            {changesText(report, { functions, overall })}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

function nameOf({ functions }: Report, key: string): string {
  return functions.find((fn) => fn.key === key)?.name ?? key;
}

function levelText({ levels }: Report, level: number | null): string {
  return level === null ? m.report_level_none() : levelLabel(levels, level);
}
