import { formatDate } from "~/i18n/format";
import { localized } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { getLocale } from "~/i18n/paraglide/runtime.js";
import { ButtonLink } from "~/ui/button";
import { LevelChip } from "~/ui/level-chip";
import { Link } from "~/ui/link";
import type { PortfolioRow } from "~/use-cases/portfolio";

/** The companies of somebody who reads published reports. */
export function ReleasedList({ rows }: { rows: PortfolioRow[] }) {
  return (
    <ul className="grid gap-4">
      {rows.map(({ company, latest, result }) => {
        const name = result?.level ? result.levels[result.level - 1] : undefined;
        return (
          <li
            key={company.id}
            className="grid gap-4 rounded-xl border border-line bg-surface p-5 sm:grid-cols-[1fr_auto] sm:items-center"
          >
            <div className="grid gap-1">
              <h2 className="text-lg">
                <Link href={`/companies/${company.id}`} className="link">
                  {company.name}
                </Link>
              </h2>
              <p className="text-ink-muted">
                {latest
                  ? `${latest.title} · ${m.consultant_as_of({ date: formatDate(latest.asOf) })}`
                  : m.consultant_nothing_published()}
              </p>
              {result ? (
                <LevelChip
                  className="mt-2"
                  level={result.level}
                  levels={result.levels.length}
                  name={name && localized(name, getLocale())}
                />
              ) : null}
            </div>
            {latest ? (
              <ButtonLink href={`/assessments/${latest.id}/report`} variant="secondary">
                {m.consultant_open_report()}
              </ButtonLink>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
