import { m } from "~/i18n/messages";
import { DataTable } from "~/ui/data-table";
import { Disclosure } from "~/ui/disclosure";
import { LevelChip, LevelSquare } from "~/ui/level-chip";
import { type FigureFunction, type FigureLevel, type FigureSeries, gapOf } from "./figure-data";

export type FigureTableProps = {
  caption: string;
  functions: readonly FigureFunction[];
  levels: readonly FigureLevel[];
  series: FigureSeries;
  /** Adds one column a level with the number of judgments. */
  counts?: boolean;
  /** folded: under "data table", not printed; open: always there, printed. */
  display?: "folded" | "open";
};

/** The data of a figure as a table: every chart has one. */
export function FigureTable({ display = "folded", ...props }: FigureTableProps) {
  if (display === "open") return <Table {...props} />;
  return (
    <Disclosure summary={m.ui_figure_table()} className="figure-data print-hidden">
      <Table {...props} captionHidden />
    </Disclosure>
  );
}

type TableProps = Omit<FigureTableProps, "display"> & { captionHidden?: boolean };

function Table({ caption, captionHidden, functions, levels, series, counts = false }: TableProps) {
  return (
    <DataTable caption={caption} captionHidden={captionHidden}>
      <thead>
        <tr>
          <th scope="col">{m.ui_figure_function()}</th>
          <th scope="col">{series.current}</th>
          {series.previous === undefined ? null : <th scope="col">{series.previous}</th>}
          {series.target === undefined ? null : (
            <>
              <th scope="col">{series.target}</th>
              <th scope="col" className="num">
                {m.compare_gap()}
              </th>
            </>
          )}
          {counts ? <CountHeaders levels={levels} /> : null}
          <th scope="col" className="num">
            {m.ui_figure_judgments()}
          </th>
        </tr>
      </thead>
      <tbody>
        {functions.map((item) => (
          <tr key={item.key}>
            <th scope="row">{item.name}</th>
            <td>
              <Level level={item.level} levels={levels} />
            </td>
            {series.previous === undefined ? null : (
              <td>
                <Level level={item.previous ?? null} levels={levels} />
              </td>
            )}
            {series.target === undefined ? null : (
              <>
                <td>{item.target ?? "–"}</td>
                <td className="num">{gapOf(item) ?? "–"}</td>
              </>
            )}
            {counts
              ? levels.map(({ name }, index) => (
                  <td key={name} className="num">
                    {item.distribution[index] ?? 0}
                  </td>
                ))
              : null}
            <td className="num">{item.n}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function Level({ level, levels }: { level: number | null; levels: readonly FigureLevel[] }) {
  const name = level === null ? undefined : levels[level - 1]?.name;
  return (
    <LevelChip level={level} levels={levels.length} name={name} size="small" className="whitespace-nowrap" />
  );
}

function CountHeaders({ levels }: { levels: readonly FigureLevel[] }) {
  return levels.map(({ name }, index) => (
    <th key={name} scope="col" className="num">
      <LevelSquare level={index + 1} levels={levels.length} name={name} size="small" />
    </th>
  ));
}
