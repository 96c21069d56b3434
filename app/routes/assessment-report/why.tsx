import { m } from "~/i18n/messages";
import { explainLevel } from "~/report/explain-level";
import { nameOfLevel } from "~/report/words";
import { DataTable } from "~/ui/data-table";
import { Disclosure } from "~/ui/disclosure";
import { LevelChip } from "~/ui/level-chip";
import type { FunctionProps } from "./function-section";

/** Above this many judgments they are counted by level and not listed one by one. */
const LISTED = 30;

/** "Why this level?": every step with the actual counts, for whoever wants to check it. */
export function Why({ fn, report: { levels } }: FunctionProps) {
  if (!fn.spread || fn.level === null) return null;
  const { n, needed, sorted, steps } = explainLevel(fn.spread.distribution);
  return (
    <Disclosure summary={m.report_why()} className="print-hidden">
      <div className="grid gap-4">
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
          {m.report_why_result({ level: fn.level })}{" "}
          {fn.spread.split ? m.report_split(fn.spread.split) : null}
        </p>
      </div>
    </Disclosure>
  );
}
