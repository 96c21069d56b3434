import { formatDifference } from "~/i18n/format-number";
import { m } from "~/i18n/messages";
import { StateTag } from "~/routes/assessment/state-tag";
import { DataTable, SortableHeader } from "~/ui/data-table";
import { levelClass } from "~/ui/level-scale";
import { Link } from "~/ui/link";
import { StatusTag } from "~/ui/status-tag";
import type { PortfolioSort } from "~/use-cases/portfolio";
import type { PortfolioView, RowView } from "./portfolio-view.server";
import { sortHref, type View } from "./view-address";

/** Companies by functions: the table is the heat map. */
export function PortfolioTable({ view, portfolio }: { view: View; portfolio: PortfolioView }) {
  const { rows, functions } = portfolio;
  const header = (key: PortfolioSort["key"], label: string) => (
    <SortableHeader
      label={label}
      href={sortHref(view, key)}
      direction={view.sort.key === key ? (view.sort.descending ? "descending" : "ascending") : null}
    />
  );
  return (
    <DataTable caption={m.consultant_companies_caption()} captionHidden className="portfolio">
      <thead>
        <tr>
          {header("name", m.consultant_company())}
          {functions.map(({ key, name }) => (
            <th scope="col" key={key} className="portfolio-function" title={name}>
              <span>{name}</span>
            </th>
          ))}
          {header("level", m.consultant_typical_level())}
          {header("attained", m.consultant_attained_stage())}
          {header("change", m.portfolio_change())}
          {header("asOf", m.portfolio_as_of())}
          {header("deadline", m.portfolio_running())}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} portfolio={portfolio} />
        ))}
      </tbody>
    </DataTable>
  );
}

function Row({ row, portfolio: { functions, names } }: { row: RowView; portfolio: PortfolioView }) {
  const { latest } = row;
  return (
    <tr>
      <th scope="row">
        <span className="flex items-center gap-x-2 sm:whitespace-nowrap">
          <Link href={`/companies/${row.id}`} className="link sm:max-w-60 sm:truncate" title={row.name}>
            {row.name}
          </Link>
          {row.sample ? <StatusTag>{m.sample_tag()}</StatusTag> : null}
        </span>
        {row.tags.length > 0 ? (
          <span className="block text-sm font-normal text-ink-muted">{row.tags.join(" · ")}</span>
        ) : null}
      </th>
      {latest?.levels ? (
        latest.levels.map((level, index) => <Level key={functions[index]?.key} level={level} names={names} />)
      ) : functions.length > 0 ? (
        <td colSpan={functions.length} className="text-ink-muted">
          {latest ? m.portfolio_other_measure() : m.portfolio_nothing_published()}
        </td>
      ) : null}
      {latest ? <Level level={latest.typical} names={latest.names ?? names} /> : <NoLevel />}
      {latest ? <Level level={latest.attained} names={latest.names ?? names} /> : <NoLevel />}
      <td className="whitespace-nowrap">{latest ? <Change latest={latest} /> : <None />}</td>
      <td className="whitespace-nowrap">{latest ? <Published latest={latest} /> : <None />}</td>
      <td>{row.running ? <Running running={row.running} /> : <None />}</td>
    </tr>
  );
}

/**
 * A level as a cell of one element, since a page has hundreds of them: the square is drawn behind the number, its name
 * is a tip, and all names stand in the key above the table.
 */
function Level({ level, names }: { level: number | null; names: string[] }) {
  return (
    <td
      className={`portfolio-level ${levelClass(level, names.length)}`}
      title={level === null ? m.ui_no_result() : names[level - 1]}
    >
      {level ?? "–"}
    </td>
  );
}

function NoLevel() {
  return (
    <td>
      <None />
    </td>
  );
}

type Latest = NonNullable<RowView["latest"]>;

/** The step of the typical level, then how many functions moved which way; colour says nothing here. */
function Change({ latest: { change, moved } }: { latest: Latest }) {
  if (change === null) return <None />;
  return (
    <span className="inline-flex gap-2">
      <span className="font-semibold">{formatDifference(change)}</span>
      {moved ? (
        <span className="text-ink-muted" title={m.portfolio_moved(moved)}>
          <span aria-hidden="true">
            ↑{moved.up} ↓{moved.down}
          </span>
          <span className="sr-only">{m.portfolio_moved(moved)}</span>
        </span>
      ) : null}
    </span>
  );
}

function Published({ latest: { id, title, day } }: { latest: Latest }) {
  return (
    <Link href={`/assessments/${id}/report`} className="link" title={title}>
      {day}
    </Link>
  );
}

function Running({ running }: { running: NonNullable<RowView["running"]> }) {
  const { id, title, state, deadline, submitted, members } = running;
  return (
    <span className="flex items-center gap-2 whitespace-nowrap">
      <Link href={`/assessments/${id}`} title={title} className="link-plain">
        <span className="sr-only">{title}: </span>
        <StateTag state={state} />
      </Link>
      {state === "open" ? (
        <span className="text-ink-muted" title={m.consultant_submitted_of({ submitted, members })}>
          <span aria-hidden="true">
            {submitted}/{members}
          </span>
          <span className="sr-only">{m.consultant_submitted_of({ submitted, members })}</span>
        </span>
      ) : null}
      {deadline && state === "open" ? <span>{deadline}</span> : null}
    </span>
  );
}

function None() {
  return (
    <span className="text-ink-muted" aria-hidden="true">
      –
    </span>
  );
}
