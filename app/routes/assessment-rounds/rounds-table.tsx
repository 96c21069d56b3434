import { countMoved } from "#rubric/scoring/rounds";
import { formatPercent } from "~/i18n/format-number";
import { m } from "~/i18n/messages";
import { consensusName } from "~/report/words";
import { DataTable } from "~/ui/data-table";
import { StatusTag } from "~/ui/status-tag";
import type { PageFunction, RoundsPage } from "./rounds-page.server";
import { SmallDistribution } from "./small-distribution";
import { movesOf, stageName, stageProgress, verdictAbout, verdictTag } from "./words";

type Result = NonNullable<PageFunction["stages"][number]>;

/** Function by round: how the judgments lay, how they moved, and what the rule makes of it. */
export function RoundsTable({ page }: { page: RoundsPage }) {
  return (
    <DataTable caption={m.rounds_table()} captionHidden className="[&_tbody_:is(td,th)]:align-top">
      <thead>
        <tr>
          <th scope="col">{m.rounds_function()}</th>
          {page.stages.map((stage) => (
            <th key={stage.first} scope="col" className="whitespace-nowrap">
              {stageName(stage)}
              <span className="block text-xs font-normal text-ink-muted">{stageProgress(stage)}</span>
            </th>
          ))}
          <th scope="col">{m.rounds_verdict()}</th>
        </tr>
      </thead>
      <tbody>
        {page.functions.map((fn) => (
          <tr key={fn.key}>
            <th scope="row" className="max-w-36 min-w-28 pt-3! whitespace-normal! sm:max-w-56">
              {fn.name}
            </th>
            {fn.stages.map((result, index) => (
              <td key={page.stages[index]?.first ?? index} className="min-w-64">
                {result ? (
                  <StageCell result={result} />
                ) : (
                  <span className="text-ink-muted">{m.rounds_not_asked()}</span>
                )}
              </td>
            ))}
            <td className="min-w-44">
              <Verdict fn={fn} page={page} />
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function StageCell({ result: { score, movement } }: { result: Result }) {
  const { level, consensus, distribution } = score;
  return (
    <div className="flex items-start gap-4 py-1">
      <SmallDistribution distribution={distribution} />
      <div className="grid min-w-28 gap-0.5 text-sm">
        <p>
          <span className="font-semibold">
            {level === null ? m.rounds_level_none() : m.rounds_level({ level })}
          </span>
          {consensus ? <span className="block text-ink-muted">{consensusName(consensus)}</span> : null}
        </p>
        {movement ? <Moves movement={movement} /> : null}
      </div>
    </div>
  );
}

function Moves({ movement }: { movement: NonNullable<Result["movement"]> }) {
  const { moved, answered } = countMoved(movement);
  const moves = movesOf(movement);
  return (
    <>
      <p>
        {answered === 0
          ? m.rounds_moved_none()
          : m.rounds_moved({ moved, answered, share: formatPercent(moved / answered) })}
      </p>
      {moves.length > 0 ? (
        <ul className="text-ink-muted">
          {moves.map((move) => (
            <li key={move}>{move}</li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

function Verdict({ fn, page }: { fn: PageFunction; page: RoundsPage }) {
  const { label, tone } = verdictTag(fn.verdict);
  return (
    <div className="grid gap-1 py-1">
      <p>
        <StatusTag tone={tone}>{label()}</StatusTag>
      </p>
      <p className="text-sm whitespace-normal text-ink-muted">{verdictAbout(fn, page)}</p>
    </div>
  );
}
