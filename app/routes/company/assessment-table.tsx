import { formatShortDate } from "~/i18n/format";
import { localized } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { getLocale } from "~/i18n/paraglide/runtime.js";
import { StateTag } from "~/routes/assessment/state-tag";
import { DataTable } from "~/ui/data-table";
import { LevelChip } from "~/ui/level-chip";
import { Link } from "~/ui/link";
import type { Summary } from "~/use-cases/summaries";
import type { TimelineEntry } from "~/use-cases/timeline";

export type AssessmentTableProps = {
  /** Newest first. */
  entries: TimelineEntry[];
  /** Whether the reader runs the assessments, or only reads what is published. */
  manages: boolean;
};

export function AssessmentTable({ entries, manages }: AssessmentTableProps) {
  return (
    <DataTable caption={m.consultant_assessments()} captionHidden>
      <thead>
        <tr>
          <th scope="col">{m.consultant_assessment()}</th>
          <th scope="col" className="whitespace-nowrap">
            {m.consultant_as_of_column()}
          </th>
          <th scope="col">{m.consultant_typical_level()}</th>
          <th scope="col">{m.consultant_attained_stage()}</th>
          <th scope="col">{m.consultant_state()}</th>
          {manages ? (
            <th scope="col" className="num">
              {m.consultant_submitted()}
            </th>
          ) : null}
          {manages ? (
            <th scope="col">
              <span className="sr-only">{m.waves_repeat_short()}</span>
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <Row key={entry.id} entry={entry} manages={manages} />
        ))}
      </tbody>
    </DataTable>
  );
}

function Row({ entry, manages }: { entry: TimelineEntry; manages: boolean }) {
  const { id, title, asOf, state, summary, panel } = entry;
  return (
    <tr>
      <th scope="row">
        <Link
          href={manages ? `/assessments/${id}` : `/assessments/${id}/report`}
          title={title}
          className="link sm:inline-block sm:max-w-54 sm:truncate sm:align-bottom"
        >
          {title}
        </Link>
      </th>
      <td className="whitespace-nowrap">{formatShortDate(asOf)}</td>
      <td>
        <Level summary={summary} level={summary?.typical} />
      </td>
      <td>
        <Level summary={summary} level={summary?.attained} />
      </td>
      <td>
        <StateTag state={state} />
      </td>
      {manages ? (
        <td className="num">
          {panel.submitted}/{panel.members}
        </td>
      ) : null}
      {manages ? (
        <td>
          {state === "draft" || state === "open" ? null : (
            <Link href={`/assessments/${id}/repeat`} className="link">
              {m.waves_repeat_short()}
              <span className="sr-only"> {title}</span>
            </Link>
          )}
        </td>
      ) : null}
    </tr>
  );
}

function Level({ summary, level }: { summary: Summary | null; level: number | null | undefined }) {
  if (!summary) return <span aria-hidden="true">–</span>;
  const name = level ? summary.levels[level - 1] : undefined;
  return (
    <LevelChip
      size="small"
      className="whitespace-nowrap"
      level={level ?? null}
      levels={summary.levels.length}
      name={name && localized(name, getLocale())}
    />
  );
}
