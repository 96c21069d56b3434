import { formatDate } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { ButtonLink } from "~/ui/button";
import { LevelChip } from "~/ui/level-chip";
import { Link } from "~/ui/link";
import type { PortfolioView } from "./portfolio-view.server";

/** The companies of somebody who reads published reports. */
export function ReleasedList({ portfolio: { rows, names } }: { portfolio: PortfolioView }) {
  return (
    <ul className="grid gap-4">
      {rows.map(({ id, name, latest }) => (
        <li
          key={id}
          className="grid gap-4 rounded-xl border border-line bg-surface p-5 sm:grid-cols-[1fr_auto] sm:items-center"
        >
          <div className="grid gap-1">
            <h2 className="text-lg">
              <Link href={`/companies/${id}`} className="link">
                {name}
              </Link>
            </h2>
            <p className="text-ink-muted">
              {latest
                ? `${latest.title} · ${m.consultant_as_of({ date: formatDate(latest.asOf) })}`
                : m.consultant_nothing_published()}
            </p>
            {latest ? (
              <LevelChip
                className="mt-2"
                level={latest.typical}
                levels={(latest.names ?? names).length}
                name={latest.typical === null ? undefined : (latest.names ?? names)[latest.typical - 1]}
              />
            ) : null}
          </div>
          {latest ? (
            <ButtonLink href={`/assessments/${latest.id}/report`} variant="secondary">
              {m.consultant_open_report()}
            </ButtonLink>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
