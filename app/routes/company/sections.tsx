import type { ReactNode } from "react";
import { formatDate } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Link } from "~/ui/link";
import { StatusTag } from "~/ui/status-tag";
import type { TimelineEntry } from "~/use-cases/timeline";
import { AssessmentTable } from "./assessment-table";
import { OverallStats, Profile } from "./profile";
import { Timeline } from "./timeline";

type SectionProps = { title: ReactNode; aside?: ReactNode; children: ReactNode };

export function Section({ title, aside, children }: SectionProps) {
  return (
    <section className="grid gap-5">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <h2 className="text-xl">{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}

/** The newest result: overall, profile, and the way to the full report. */
export function LatestResult({ entry }: { entry: TimelineEntry }) {
  const { summary, id, title, asOf } = entry;
  if (!summary) return null;
  return (
    <Section
      title={m.consultant_latest_result()}
      aside={
        <ButtonLink href={`/assessments/${id}/report`} variant="secondary" size="small">
          {m.consultant_open_report()}
        </ButtonLink>
      }
    >
      <p className="-mt-3 flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-muted">
        {title} · {m.consultant_as_of({ date: formatDate(asOf) })}
        {summary.published ? null : <StatusTag tone="attention">{m.consultant_not_published()}</StatusTag>}
      </p>
      <OverallStats summary={summary} />
      <div className="mt-2">
        <h3 className="mb-2 text-base">{m.consultant_profile()}</h3>
        <Profile summary={summary} />
      </div>
    </Section>
  );
}

/** All assessments: on a line of time, and as a table, newest first. `entries` are oldest first. */
export function AllAssessments(props: { companyId: string; entries: TimelineEntry[]; manages: boolean }) {
  const { companyId, entries, manages } = props;
  const results = entries.filter(({ summary }) => summary !== null).length;
  const links = [
    ...(results > 1 ? [{ page: "trend", label: m.consultant_trend() }] : []),
    ...(results > 1 ? [{ page: "compare", label: m.consultant_compare() }] : []),
    ...(entries.some(({ summary }) => summary?.published)
      ? [{ page: "benchmark", label: m.compare_benchmark() }]
      : []),
    ...(manages ? [{ page: "assessments/import", label: m.import_link() }] : []),
  ];
  const ways = (
    <span className="flex flex-wrap gap-2">
      {links.map(({ page, label }) => (
        <ButtonLink key={page} href={`/companies/${companyId}/${page}`} variant="secondary" size="small">
          {label}
        </ButtonLink>
      ))}
    </span>
  );
  return (
    <Section title={m.consultant_assessments()} aside={links.length > 0 ? ways : null}>
      <Timeline entries={entries} />
      <AssessmentTable entries={entries.toReversed()} manages={manages} />
    </Section>
  );
}

export function NoAssessment({ companyId, manages }: { companyId: string; manages: boolean }) {
  if (!manages) {
    return (
      <EmptyState title={m.consultant_nothing_published()}>
        {m.consultant_nothing_published_about()}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={m.consultant_assessments_empty_title()}
      action={
        <ButtonLink href={`/companies/${companyId}/assessments/new`}>
          {m.consultant_assessment_new()}
        </ButtonLink>
      }
    >
      {m.consultant_assessments_empty_body()}
      <p className="mt-3">
        {m.import_first_use()}{" "}
        <Link href={`/companies/${companyId}/assessments/import`} className="link">
          {m.import_link()}
        </Link>
      </p>
    </EmptyState>
  );
}
