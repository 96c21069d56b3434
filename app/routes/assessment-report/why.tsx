import type { ReactNode } from "react";
import { m } from "~/i18n/messages";
import { explainLevel } from "~/report/explain-level";
import { nameOfLevel } from "~/report/words";
import { consensusSteps, countSteps, overallSteps } from "~/report/words/why";
import { DataTable } from "~/ui/data-table";
import { Disclosure } from "~/ui/disclosure";
import { LevelChip } from "~/ui/level-chip";
import { reportQuery } from "./addresses";
import type { FunctionProps } from "./function-section";

/** Above this many judgments they are counted by level and not listed one by one. */
const LISTED = 30;

/** "Why this level?": every step with the actual counts, for whoever wants to check it. */
export function Why({ fn, report, open }: FunctionProps & { open: boolean }) {
  if (fn.level === null) return null;
  const { key, n, spread } = fn;
  return (
    <div id={`why-${key}`} className="report-why">
      <Disclosure summary={m.report_why()} className="print-hidden" open={open}>
        <ol className="report-why-steps">
          <Step title={m.why_step_count()} lines={countSteps(fn, report)} />
          {spread ? (
            <>
              <Step title={m.why_step_level()}>
                <LevelSteps fn={fn} distribution={spread.distribution} report={report} />
              </Step>
              <Step title={m.why_step_consensus()} lines={consensusSteps(spread.distribution)} />
            </>
          ) : (
            <Step title={m.why_step_level()} lines={[m.why_withheld({ n, minimum: report.minimumGroup })]} />
          )}
          <Step title={m.why_step_overall()} lines={overallSteps(fn, report)} />
        </ol>
        <p className="mt-4 text-sm">
          <a href={`${reportQuery(report, { why: key })}#why-${key}`} className="link">
            {m.why_link()}
          </a>
        </p>
      </Disclosure>
    </div>
  );
}

function Step({ title, lines = [], children }: { title: string; lines?: string[]; children?: ReactNode }) {
  return (
    <li>
      <h4>{title}</h4>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {children}
    </li>
  );
}

function LevelSteps({ fn, report, distribution }: FunctionProps & { distribution: readonly number[] }) {
  const { levels } = report;
  const { n, needed, sorted, steps } = explainLevel(distribution);
  return (
    <>
      {n <= LISTED ? <p>{m.report_why_sorted({ judgments: sorted.join(" ") })}</p> : null}
      <p>{m.report_why_rule({ n, needed })}</p>
      <DataTable caption={m.report_why_caption({ function: fn.name })} captionHidden>
        <thead>
          <tr>
            <th scope="col">{m.report_why_level()}</th>
            <th scope="col" className="num">
              {m.report_why_count()}
            </th>
            <th scope="col">{m.report_why_majority()}</th>
          </tr>
        </thead>
        <tbody>
          {steps.map(({ level, count, majority }) => (
            <tr key={level}>
              <th scope="row">
                <LevelChip
                  level={level}
                  levels={levels.length}
                  name={nameOfLevel(levels, level)}
                  size="small"
                />
              </th>
              <td className="num">{count}</td>
              <td>{majority ? m.report_why_yes() : m.report_why_no()}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      <p>
        {m.report_why_result({ level: fn.level ?? "–" })}{" "}
        {fn.spread?.split ? m.report_split(fn.spread.split) : null}
      </p>
    </>
  );
}
