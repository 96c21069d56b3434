import { m } from "~/i18n/messages";
import { DistributionBar } from "~/report/figures/distribution-bar";
import { nameOfLevel } from "~/report/words";
import { distributionText, functionFacts, majorityReading, noResultReading } from "~/report/words/function";
import { LevelChip } from "~/ui/level-chip";
import type { Report } from "~/use-cases/read-report";
import { ConsultantComment } from "./consultant-words";
import { FigureLinks } from "./downloads";
import { FunctionFigures } from "./function-figures";
import { NextLevel } from "./next-level";
import { Voices } from "./voices";
import { Why } from "./why";

export type ReportFunction = Report["functions"][number];
export type FunctionProps = { fn: ReportFunction; report: Report };

/** One function: its level, what that means, how the panel judged, why, and what the next level asks for. */
export function FunctionSection({ fn, report, isExplained }: FunctionProps & { isExplained: boolean }) {
  const { levels } = report;
  const id = `fn-${fn.key}`;
  return (
    <section id={id} className="report-function" aria-labelledby={`${id}-title`}>
      <div className="keep-together">
        <p className="report-function-facts">{functionFacts(fn, report).join(" · ")}</p>
        <div className="report-function-head">
          <h3>
            <span id={`${id}-title`}>{fn.name}</span>{" "}
            <a
              href={`#${id}`}
              className="report-anchor print-hidden"
              aria-label={m.why_anchor({ function: fn.name })}
            >
              #
            </a>
          </h3>
          <LevelChip level={fn.level} levels={levels.length} name={nameOfLevel(levels, fn.level)} />
        </div>
        <p className="max-w-measure text-ink-muted">{fn.definition}</p>
        <Finding fn={fn} report={report} />
      </div>
      <ConsultantComment fn={fn} report={report} />
      <Judgments fn={fn} report={report} />
      {fn.next ? <NextLevel next={fn.next} /> : null}
      {fn.level !== null && !fn.next ? <p className="text-ink-muted">{m.report_next_top()}</p> : null}
      {fn.n > 0 ? (
        <div>
          <Voices fn={fn} report={report} />
          <Why fn={fn} report={report} open={isExplained} />
        </div>
      ) : null}
    </section>
  );
}

function Finding({ fn, report }: FunctionProps) {
  const none = noResultReading(fn, report);
  if (none) return <p className="report-finding">{none}</p>;
  return (
    <p className="report-finding">
      <span className="report-finding-label">{m.report_found()}</span>
      {fn.descriptor}
    </p>
  );
}

function Judgments({ fn, report }: FunctionProps) {
  const { spread, n, name } = fn;
  if (n === 0) return null;
  if (!spread) {
    return <p className="text-ink-muted">{m.report_spread_withheld({ minimum: report.minimumGroup })}</p>;
  }
  const majority = majorityReading(fn);
  return (
    <div className="report-judgments">
      <div className="report-distribution">
        <DistributionBar
          title={m.report_distribution_title({ function: name })}
          description={distributionText(spread, report)}
          distribution={spread.distribution}
        />
        {n >= report.minimumGroup ? (
          <FigureLinks
            report={report}
            figure={`distribution-${fn.key}`}
            title={m.report_distribution_title({ function: name })}
          />
        ) : null}
        {majority ? <p className="max-w-measure text-ink-muted">{majority}</p> : null}
      </div>
      <FunctionFigures fn={fn} report={report} spread={spread} />
    </div>
  );
}
