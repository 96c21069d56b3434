import { m } from "~/i18n/messages";
import { DistributionBar } from "~/report/figures/distribution-bar";
import { perspectiveName } from "~/report/words";
import { DataTable } from "~/ui/data-table";
import { Disclosure } from "~/ui/disclosure";
import { LevelSquare } from "~/ui/level-chip";
import type { DeskFunction } from "./desk-view.server";
import { spreadText } from "./words";

type PerspectivesProps = { fn: DeskFunction; names: string[] };

/** The same bar once for each perspective, and their numbers as a table. Nothing where all see it from one side. */
export function Perspectives({ fn, names }: PerspectivesProps) {
  const { name, perspectives } = fn;
  if (perspectives.length < 2) return null;
  return (
    <div className="grid content-start gap-4">
      <h3 className="text-base">{m.desk_perspectives()}</h3>
      <ul className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
        {perspectives.map(({ perspective, n, distribution }) => (
          <li key={perspective}>
            <p className="mb-1.5 text-sm">
              <span className="font-semibold">{perspectiveName(perspective)}</span>{" "}
              <span className="text-ink-muted">{m.desk_count({ count: n })}</span>
            </p>
            <DistributionBar
              title={m.desk_spread_of({ name, perspective: perspectiveName(perspective) })}
              description={spreadText(distribution)}
              distribution={distribution}
            />
          </li>
        ))}
      </ul>
      <Disclosure summary={m.ui_figure_table()} className="figure-data print-hidden">
        <PerspectivesTable fn={fn} names={names} />
      </Disclosure>
    </div>
  );
}

function PerspectivesTable({ fn: { name, n, distribution, perspectives }, names }: PerspectivesProps) {
  const groups = perspectives.map(({ perspective, ...group }) => ({
    ...{ key: perspective as string, label: perspectiveName(perspective) },
    ...group,
  }));
  const rows = [...groups, { key: "everybody", label: m.desk_everybody(), n, distribution }];
  return (
    <DataTable caption={m.desk_perspectives_table({ name })} captionHidden>
      <thead>
        <tr>
          <th scope="col">{m.desk_perspective()}</th>
          {names.map((level, index) => (
            <th key={level} scope="col" className="num">
              <LevelSquare level={index + 1} levels={names.length} name={level} size="small" />
            </th>
          ))}
          <th scope="col" className="num">
            {m.desk_answers()}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.label}</th>
            {names.map((level, index) => (
              <td key={level} className="num">
                {row.distribution[index] ?? 0}
              </td>
            ))}
            <td className="num">{row.n}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
