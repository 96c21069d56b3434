import { m } from "~/i18n/messages";
import { reportFacts } from "~/report/words/title";
import { BackLink } from "~/ui/back-link";
import { ButtonLink } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { Wordmark } from "~/ui/wordmark";
import type { Report } from "~/use-cases/read-report";
import { InApp } from "./place";
import { VersionBar } from "./versions";

/** Whose report this is, of when, by whom and by what measure; and whether it is final. */
export function TitleBlock({ report }: { report: Report }) {
  const { company, assessment } = report;
  return (
    <header className="report-head">
      <InApp>
        <BackLink href={`/companies/${company.id}`}>{company.name}</BackLink>
      </InApp>
      <div className="report-imprint">
        <Wordmark />
      </div>
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-5">
        <div className="min-w-0">
          <p className="report-kicker">{m.report_kicker()}</p>
          <h1 className="report-title">{company.name}</h1>
          <p className="mt-1 text-xl text-ink-muted">{assessment.title}</p>
        </div>
        <InApp>
          <p className="print-hidden flex flex-wrap gap-3">
            <ButtonLink href={`/companies/${company.id}/trend`} variant="secondary" size="small">
              {m.report_trend_link()}
            </ButtonLink>
            <ButtonLink href={`/companies/${company.id}/compare`} variant="secondary" size="small">
              {m.report_compare_link()}
            </ButtonLink>
          </p>
        </InApp>
      </div>
      <dl className="report-facts">
        {reportFacts(report).map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Remarks report={report} />
    </header>
  );
}

function Remarks({ report }: { report: Report }) {
  const { edition, note } = report;
  return (
    <div className="report-remarks">
      <VersionBar report={report} />
      {edition.kind === "live" ? (
        <Notice tone="attention" title={m.report_live_title()}>
          {m.report_live_body()}
        </Notice>
      ) : null}
      {note ? <Notice title={m.report_note_title()}>{note}</Notice> : null}
    </div>
  );
}
