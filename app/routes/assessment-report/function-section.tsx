import { formatNumber } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { countAtOrAbove } from "~/report/explain-level";
import { DistributionBar } from "~/report/figures/distribution-bar";
import { levelLabel, nameOfLevel } from "~/report/words";
import { LevelChip } from "~/ui/level-chip";
import type { Report } from "~/use-cases/read-report";
import { FunctionFigures } from "./function-figures";
import { NextLevel } from "./next-level";
import { roundFact } from "./rounds";
import { Voices } from "./voices";
import { Why } from "./why";

export type ReportFunction = Report["functions"][number];
export type FunctionProps = { fn: ReportFunction; report: Report };

/** One function: its level, what that means, how the panel judged, why, and what the next level asks for. */
export function FunctionSection({ fn, report }: FunctionProps) {
  const { levels } = report;
  const id = `fn-${fn.key}`;
  return (
    <section id={id} className="report-function" aria-labelledby={`${id}-title`}>
      <div className="keep-together">
        <p className="report-function-facts">{facts(fn, report).join(" · ")}</p>
        <div className="report-function-head">
          <h3 id={`${id}-title`}>{fn.name}</h3>
          <LevelChip level={fn.level} levels={levels.length} name={nameOfLevel(levels, fn.level)} />
        </div>
        <p className="max-w-measure text-ink-muted">{fn.definition}</p>
        <Finding fn={fn} report={report} />
      </div>
      <Judgments fn={fn} report={report} />
      {fn.next ? <NextLevel next={fn.next} /> : null}
      {fn.level !== null && !fn.next ? <p className="text-ink-muted">{m.report_next_top()}</p> : null}
      {fn.n > 0 ? (
        <div>
          <Voices fn={fn} report={report} />
          <Why fn={fn} report={report} />
        </div>
      ) : null}
    </section>
  );
}

function Finding({ fn, report }: FunctionProps) {
  if (fn.n === 0) return <p className="report-finding">{m.report_not_judged()}</p>;
  if (fn.level === null) {
    return (
      <p className="report-finding">{m.report_below_quorum({ n: fn.n, quorum: report.assessment.quorum })}</p>
    );
  }
  return (
    <p className="report-finding">
      <span className="report-finding-label">{m.report_found()}</span>
      {fn.descriptor}
    </p>
  );
}

function Judgments({ fn, report }: FunctionProps) {
  const { spread, level, n, name } = fn;
  if (n === 0) return null;
  if (!spread) {
    return <p className="text-ink-muted">{m.report_spread_withheld({ minimum: report.minimumGroup })}</p>;
  }
  const items = spread.distribution.flatMap((count, index) =>
    count > 0 ? [m.report_distribution_item({ count, level: levelLabel(report.levels, index + 1) })] : [],
  );
  return (
    <div className="report-judgments">
      <div className="report-distribution">
        <DistributionBar
          title={m.report_distribution_title({ function: name })}
          description={items.join("; ")}
          distribution={spread.distribution}
        />
        {level === null ? null : (
          <p className="max-w-measure text-ink-muted">
            {m.report_majority({ count: countAtOrAbove(spread.distribution, level), n, level })}{" "}
            {spread.split ? m.report_split(spread.split) : null}
          </p>
        )}
      </div>
      <FunctionFigures fn={fn} report={report} spread={spread} />
    </div>
  );
}

function facts(fn: ReportFunction, { levels, rounds }: Report): string[] {
  const { level, previous, target } = fn;
  const inRounds = roundFact(rounds, fn.key);
  return [
    m.report_function_number({ number: fn.number }),
    ...(level === null || previous === null ? [] : [movement(level, previous)]),
    ...(target === null ? [] : [targetText(level, levelLabel(levels, target), target)]),
    ...(inRounds ? [inRounds] : []),
    ...(fn.inOverall ? [] : [m.report_function_left_out()]),
    ...(fn.inOverall && fn.weight !== 1
      ? [m.report_function_weight({ weight: formatNumber(fn.weight, 2) })]
      : []),
    ...(fn.authored ? [m.report_function_authored()] : []),
  ];
}

function movement(level: number, previous: number): string {
  if (level === previous) return m.report_function_same();
  return level > previous
    ? m.report_function_up({ level: previous })
    : m.report_function_down({ level: previous });
}

function targetText(level: number | null, label: string, target: number): string {
  const met = level !== null && level >= target;
  return met ? m.report_function_target_met({ level: label }) : m.report_function_target({ level: label });
}
