import type { ReactNode } from "react";
import { m } from "~/i18n/messages";
import { levelLabel } from "~/report/words";
import {
  agreementCounts,
  extremeLines,
  nextSteps,
  partialReading,
  sinceReading,
} from "~/report/words/summary";
import { LevelSquare } from "~/ui/level-chip";
import { Notice } from "~/ui/notice";
import type { Report } from "~/use-cases/read-report";

/** Strongest, weakest, what to do next, what changed and whether the panel agrees: a line each. */
export function SummaryPoints({ report }: { report: Report }) {
  const partial = partialReading(report);
  return (
    <div className="report-summary-points">
      {partial ? (
        <Notice tone="attention" title={m.report_partial_title()}>
          {partial}
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
  const { levels } = report;
  const lines = extremeLines(report);
  if (lines.length === 0) return <Point label={m.report_strongest()}>{m.report_extreme_equal()}</Point>;
  return lines.map(({ label, level, text }) => (
    <Point key={label} label={label}>
      <span className="report-point-level">
        <LevelSquare level={level} levels={levels.length} name={levelLabel(levels, level)} size="small" />
        <span>{text}</span>
      </span>
    </Point>
  ));
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

function Since({ report }: { report: Report }) {
  const since = sinceReading(report);
  return since ? <Point label={since.label}>{since.text}</Point> : null;
}
