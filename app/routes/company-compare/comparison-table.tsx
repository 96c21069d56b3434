import { formatDate } from "~/i18n/format";
import { formatDifference } from "~/i18n/format-number";
import { m } from "~/i18n/messages";
import { formatFixed, levelLabel, nameOfLevel } from "~/report/words";
import { DataTable } from "~/ui/data-table";
import { LevelChip } from "~/ui/level-chip";
import type { Compared } from "~/use-cases/compare-assessments";
import { probability, testText, verdictText } from "./words";

/** Each function before and after, the difference, which test says what, and how large the effect is. */
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
            <abbr title={m.compare_superiority()}>A</abbr>
          </th>
          <th scope="col" className="num">
            <abbr title={m.compare_cliff()}>δ</abbr>
          </th>
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
              <span className="block text-ink-muted">{testText(fn)}</span>
            </td>
            <td className="num">{effect(fn.test?.superiority)}</td>
            <td className="num">{effect(fn.test?.cliffsDelta)}</td>
            <td className="num">{probability(fn.test?.p)}</td>
            <td className="num">{probability(fn.test?.pHolm)}</td>
            <td className="num">{probability(fn.test?.smallestReachableP)}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function Level({ level, levels }: { level: number | null; levels: Compared["levels"] }) {
  const name = nameOfLevel(levels, level) ?? levelLabel(levels, level);
  return <LevelChip level={level} levels={levels.length} name={name} size="small" />;
}

function effect(size: number | null | undefined): string {
  return size == null ? "–" : formatFixed(size);
}
