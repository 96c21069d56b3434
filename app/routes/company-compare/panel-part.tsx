import { formatDifference } from "~/i18n/format-number";
import { m } from "~/i18n/messages";
import { DataTable } from "~/ui/data-table";
import { LevelSquare } from "~/ui/level-chip";
import type { Compared, ComparedFunction } from "~/use-cases/compare-assessments";

/** The change of all judgments beside that of the same experts: what lies between is due to a changed panel. */
export function PanelPart({ compared }: { compared: Compared }) {
  const { functions, levels, shared } = compared;
  return (
    <section className="grid gap-5">
      <div className="grid gap-2">
        <h2>{m.compare_panel_title()}</h2>
        <p className="max-w-measure text-ink-muted">
          {shared === 0 ? m.compare_panel_nobody() : m.compare_panel_lead()}
        </p>
      </div>
      {shared === 0 ? null : (
        <DataTable caption={m.compare_panel_title()} captionHidden>
          <thead>
            <tr>
              <th scope="col">{m.report_change_function()}</th>
              <th scope="col" className="num">
                {m.compare_panel_all()}
              </th>
              <th scope="col" className="num">
                {m.compare_panel_same()}
              </th>
              <th scope="col">{m.compare_panel_levels()}</th>
              <th scope="col" className="num">
                {m.compare_panel_people()}
              </th>
              <th scope="col" className="num">
                {m.compare_panel_part()}
              </th>
            </tr>
          </thead>
          <tbody>
            {functions.map((fn) => (
              <Row key={fn.key} fn={fn} levels={levels} />
            ))}
          </tbody>
        </DataTable>
      )}
    </section>
  );
}

function Row({ fn, levels }: { fn: ComparedFunction; levels: Compared["levels"] }) {
  const { name, delta, same } = fn;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="num">{difference(delta)}</td>
      {same ? (
        <>
          <td className="num">{difference(same.delta)}</td>
          <td className="whitespace-nowrap">
            <Small level={same.before} levels={levels} />
            <span aria-hidden="true"> → </span>
            <Small level={same.after} levels={levels} />
          </td>
          <td className="num">{same.n}</td>
          <td className="num">
            {difference(delta === null || same.delta === null ? null : delta - same.delta)}
          </td>
        </>
      ) : (
        <td colSpan={4} className="text-ink-muted">
          {m.report_compare_verdict_withheld()}
        </td>
      )}
    </tr>
  );
}

function Small({ level, levels }: { level: number | null; levels: Compared["levels"] }) {
  const name = levels.find(({ number }) => number === level)?.name ?? m.ui_no_result();
  return <LevelSquare size="small" level={level} levels={levels.length} name={name} />;
}

function difference(value: number | null): string {
  return value === null ? "–" : formatDifference(value);
}
