import type { ReactNode } from "react";
import { formatDate, formatList } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { levelLabel } from "~/report/words";
import { LevelSquare } from "~/ui/level-chip";
import { Notice } from "~/ui/notice";
import type { Report } from "~/use-cases/read-report";

/** How many next steps a summary names: one for each of the functions that rank first. */
const STEPS = 3;

/** Strongest, weakest, what to do next, what changed and whether the panel agrees: a line each. */
export function SummaryPoints({ report }: { report: Report }) {
  const withoutResult = report.functions.filter(({ level, inOverall }) => level === null && inOverall);
  return (
    <div className="report-summary-points">
      {withoutResult.length > 0 ? (
        <Notice tone="attention" title={m.report_partial_title()}>
          {m.report_partial_body({
            functions: formatList(withoutResult.map(({ name }) => name)),
            quorum: report.assessment.quorum,
          })}
        </Notice>
      ) : null}
      <dl className="report-points">
        <Extremes report={report} />
        <Since report={report} />
        <Point label={m.report_agreement_short()}>{agreementCounts(report)}</Point>
        <Point label={m.report_next_steps()} className="report-points-next">
          <NextSteps report={report} />
        </Point>
      </dl>
    </div>
  );
}

type PointProps = { label: string; className?: string; children: ReactNode };

function Point({ label, className, children }: PointProps) {
  return (
    <div className={className}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Extremes({ report }: { report: Report }) {
  const { extremes, functions, levels } = report;
  if (!extremes) return <Point label={m.report_strongest()}>{m.report_extreme_equal()}</Point>;
  const lines = [
    [m.report_strongest(), extremes.strongest],
    [m.report_weakest(), extremes.weakest],
  ] as const;
  return lines.map(([label, { level, keys, more }]) => {
    const names = keys.flatMap((key) => functions.find((fn) => fn.key === key)?.name ?? []);
    const list = formatList(names);
    return (
      <Point key={label} label={label}>
        <span className="report-point-level">
          <LevelSquare level={level} levels={levels.length} name={levelLabel(levels, level)} size="small" />
          <span>{more > 0 ? m.report_extreme_more({ functions: names.join(", "), more }) : list}</span>
        </span>
      </Point>
    );
  });
}

function NextSteps({ report }: { report: Report }) {
  const steps = nextSteps(report);
  if (steps.length === 0) return m.report_next_all_top();
  return (
    <ol className="report-steps">
      {steps.map(({ key, name, text }) => (
        <li key={key}>
          <a href={`#fn-${key}`} className="link">
            {name}
          </a>
          {": "}
          {text}
        </li>
      ))}
    </ol>
  );
}

/** The first recommendation of each function that ranks first; without any, what the next levels ask for. */
function nextSteps({ recommendations, functions }: Report): { key: string; name: string; text: string }[] {
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

function Since({ report }: { report: Report }) {
  const { previous, overall, functions, levels } = report;
  if (!previous) return null;
  const moved = functions.flatMap(({ level, previous: before }) =>
    level === null || before === null ? [] : [Math.sign(level - before)],
  );
  const count = (direction: number) => moved.filter((one) => one === direction).length;
  return (
    <Point label={m.report_since({ date: formatDate(previous.asOf) })}>
      {typicalChange(previous.typical, overall.typical, levels)}{" "}
      {m.report_since_functions({ up: count(1), same: count(0), down: count(-1) })}
    </Point>
  );
}

function typicalChange(before: number | null, now: number | null, levels: Report["levels"]): string {
  if (before === null || now === null) return "";
  const [from, to] = [levelLabel(levels, before), levelLabel(levels, now)];
  if (now === before) return m.report_since_typical_same({ to });
  return now > before ? m.report_since_typical_up({ from, to }) : m.report_since_typical_down({ from, to });
}

function agreementCounts({ functions }: Report): string {
  const classes = functions.flatMap(({ spread }) => spread?.consensus ?? []);
  const count = (wanted: string) => classes.filter((one) => one === wanted).length;
  return m.report_agreement_counts({
    total: classes.length,
    strong: count("strong"),
    moderate: count("moderate"),
    split: count("split"),
  });
}
