import { formatDate, formatDifference } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { formatFixed, levelLabel, nameOfLevel } from "~/report/words";
import { DataTable } from "~/ui/data-table";
import { LevelChip } from "~/ui/level-chip";
import type { Compared, ComparedFunction } from "~/use-cases/compare-assessments";

/** Each function before and after, the difference, and whether it can be told from noise. */
export function ComparisonTable({ compared }: { compared: Compared }) {
  const { before, after, functions, levels } = compared;
  return (
    <DataTable caption={m.report_compare_table()} captionHidden dense={false}>
      <thead>
        <tr>
          <th scope="col">{m.report_change_function()}</th>
          <th scope="col">{formatDate(before.asOf)}</th>
          <th scope="col">{formatDate(after.asOf)}</th>
          <th scope="col" className="num">
            {m.report_change_difference()}
          </th>
          <th scope="col">{m.report_compare_verdict()}</th>
          <th scope="col" className="num">
            p
          </th>
          <th scope="col" className="num">
            {m.report_compare_p()}
          </th>
          <th scope="col" className="num">
            {m.report_compare_p_least()}
          </th>
        </tr>
      </thead>
      <tbody>
        {functions.map((fn) => (
          <tr key={fn.key}>
            <th scope="row">{fn.name}</th>
            <td>
              <Level level={fn.before} levels={levels} />
            </td>
            <td>
              <Level level={fn.after} levels={levels} />
            </td>
            <td className="num">{fn.delta === null ? "–" : formatDifference(fn.delta)}</td>
            <td className="compare-verdict">
              <span className={fn.test?.verdict === "up" || fn.test?.verdict === "down" ? "font-bold" : ""}>
                {verdictText(fn)}
              </span>
              <span className="block text-ink-muted">{howText(fn)}</span>
            </td>
            <td className="num">{probability(fn.test?.p)}</td>
            <td className="num">{probability(fn.test?.pHolm)}</td>
            <td className="num">{probability(fn.test?.smallestReachableP)}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

/** Four decimals, so that the smallest p of a small panel (.0625) is what the reader knows. */
function probability(p: number | null | undefined): string {
  return p == null ? "–" : formatFixed(p, 4);
}

function Level({ level, levels }: { level: number | null; levels: Compared["levels"] }) {
  const name = nameOfLevel(levels, level) ?? levelLabel(levels, level);
  return <LevelChip level={level} levels={levels.length} name={name} size="small" />;
}

function verdictText({ before, after, test }: ComparedFunction): string {
  if (before === null || after === null) return m.report_compare_verdict_no_result();
  if (!test) return m.report_compare_verdict_withheld();
  switch (test.verdict) {
    case "up":
      return m.report_compare_verdict_up();
    case "down":
      return m.report_compare_verdict_down();
    case "noise":
      return m.report_compare_verdict_noise();
    case "too-small":
      return m.report_compare_verdict_too_small();
    case "none":
      return m.report_compare_verdict_none();
  }
}

function howText({ test }: ComparedFunction): string {
  if (!test || test.test === "none") return "";
  const how =
    test.test === "paired"
      ? m.report_compare_how_paired({ n: test.n })
      : m.report_compare_how_unpaired({ n: test.n });
  return test.exact === false ? `${how}; ${m.report_compare_how_random()}` : how;
}
