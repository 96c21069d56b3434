import { formatShortDate } from "~/i18n/format";
import { localized } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { getLocale } from "~/i18n/paraglide/runtime.js";
import { StateTag } from "~/routes/assessment/state-tag";
import { DataTable, SortableHeader } from "~/ui/data-table";
import { LevelChip } from "~/ui/level-chip";
import { Link } from "~/ui/link";
import { StatusTag } from "~/ui/status-tag";
import { type CompanyRow, type Sort, type SortKey, sortHref } from "./sort-rows";

export function CompanyTable({ rows, sort }: { rows: CompanyRow[]; sort: Sort }) {
  const header = (key: SortKey, label: string) => (
    <SortableHeader
      label={label}
      href={sortHref(key, sort)}
      direction={sort.key === key ? (sort.descending ? "descending" : "ascending") : null}
    />
  );
  return (
    <DataTable caption={m.consultant_companies_caption()} captionHidden>
      <thead>
        <tr>
          {header("name", m.consultant_company())}
          {header("level", m.consultant_typical_level())}
          {header("asOf", m.consultant_latest_assessment())}
          <th scope="col">{m.consultant_state()}</th>
          {header("industry", m.consultant_industry())}
          <th scope="col">{m.consultant_country()}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.company.id} row={row} />
        ))}
      </tbody>
    </DataTable>
  );
}

function Row({ row }: { row: CompanyRow }) {
  const { company, industry, country } = row;
  return (
    <tr>
      <th scope="row">
        <span className="flex flex-wrap items-center gap-x-2 sm:flex-nowrap sm:whitespace-nowrap">
          <Link
            href={`/companies/${company.id}`}
            className="link sm:max-w-56 sm:truncate"
            title={company.name}
          >
            {company.name}
          </Link>
          {company.sample ? <StatusTag>{m.sample_tag()}</StatusTag> : null}
        </span>
      </th>
      <td>
        <Result row={row} />
      </td>
      <td>
        <Latest row={row} />
      </td>
      <td>
        <State row={row} />
      </td>
      <td>
        <span className="block max-w-34 truncate" title={industry}>
          {industry}
        </span>
      </td>
      <td className="whitespace-nowrap">{country}</td>
    </tr>
  );
}

function Result({ row: { result, latest } }: { row: CompanyRow }) {
  if (!result) return <None />;
  const { level, levels, asOf, assessmentId } = result;
  const name = level === null ? undefined : levels[level - 1];
  return (
    <span className="flex items-center gap-2 whitespace-nowrap">
      <LevelChip
        size="small"
        level={level}
        levels={levels.length}
        name={name && localized(name, getLocale())}
      />
      {assessmentId === latest?.id ? null : <span className="text-ink-muted">{formatShortDate(asOf)}</span>}
    </span>
  );
}

function Latest({ row: { latest } }: { row: CompanyRow }) {
  if (!latest) return <None />;
  return (
    <span className="flex items-baseline gap-2 whitespace-nowrap">
      <Link
        href={`/assessments/${latest.id}`}
        className="link inline-block max-w-44 truncate min-[1360px]:max-w-56"
        title={latest.title}
      >
        {latest.title}
      </Link>
      <span className="text-ink-muted">{formatShortDate(latest.asOf)}</span>
    </span>
  );
}

/** The state of the newest assessment; where one is open, how many of its panel have handed in. */
function State({ row: { latest, running } }: { row: CompanyRow }) {
  if (!latest) return <None />;
  return (
    <span className="flex items-center gap-2 whitespace-nowrap">
      <StateTag state={latest.state} />
      {running ? (
        <span title={m.consultant_submitted_of(running)}>
          <span aria-hidden="true">
            {running.submitted}/{running.members}
          </span>
          <span className="sr-only">{m.consultant_submitted_of(running)}</span>
        </span>
      ) : null}
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
