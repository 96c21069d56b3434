import type { ReactNode } from "react";
import { m } from "~/i18n/messages";
import { RadarFigure } from "~/report/figures/radar-figure";
import { nameOfLevel } from "~/report/words";
import { figureProps } from "~/report/words/figures";
import { attainedReading, typicalMeaning, typicalReading } from "~/report/words/summary";
import { LevelChip } from "~/ui/level-chip";
import { Notice } from "~/ui/notice";
import type { Report } from "~/use-cases/read-report";
import { FigureLinks } from "./downloads";
import { SummaryPoints } from "./summary-points";

/** What a director takes away in a minute: the two levels, what they mean, and the profile. */
export function Summary({ report }: { report: Report }) {
  const { overall } = report;
  return (
    <section id="summary" className="report-summary" aria-labelledby="summary-title">
      <div className="report-summary-words">
        <h2 id="summary-title" className="report-kicker">
          {m.report_summary_title()}
        </h2>
        {overall.withResult === 0 ? <NoResult report={report} /> : <Levels report={report} />}
      </div>
      {overall.withResult === 0 ? null : <SummaryPoints report={report} />}
      <div className="report-summary-figure">
        <RadarFigure {...figureProps(report)} title={m.report_profile_figure()} titleHidden />
        <FigureLinks report={report} figure="radar" title={m.report_profile_figure()} />
      </div>
    </section>
  );
}

function Levels({ report }: { report: Report }) {
  const { overall } = report;
  const meaning = typicalMeaning(report);
  return (
    <>
      <LevelStatement label={m.report_typical()} level={overall.typical} report={report} lead>
        {typicalReading(report)}
      </LevelStatement>
      {meaning ? (
        <p className="report-meaning">
          <span className="report-meaning-label">{m.report_customer_meets()}</span> {meaning}
        </p>
      ) : null}
      <LevelStatement label={m.report_attained()} level={overall.attained} report={report}>
        {attainedReading(report)}
      </LevelStatement>
    </>
  );
}

type LevelStatementProps = {
  label: string;
  level: number | null;
  report: Report;
  /** The first of the page is larger. */
  lead?: boolean;
  children: ReactNode;
};

function LevelStatement({ label, level, report: { levels }, lead = false, children }: LevelStatementProps) {
  return (
    <div className={lead ? "report-statement report-statement-lead" : "report-statement"}>
      <p className="text-sm font-semibold text-ink-muted">{label}</p>
      <LevelChip
        level={level}
        levels={levels.length}
        name={nameOfLevel(levels, level)}
        size={lead ? "large" : "medium"}
      />
      <p className="text-ink-muted">{children}</p>
    </div>
  );
}

function NoResult({ report: { assessment } }: { report: Report }) {
  return (
    <Notice tone="attention" title={m.report_no_result_title()}>
      {m.report_no_result_body({ quorum: assessment.quorum })}
    </Notice>
  );
}
