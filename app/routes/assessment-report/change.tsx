import { formatDate } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { levelLabel, nameOfLevel } from "~/report/words";
import { changeRows } from "~/report/words/change";
import { DataTable } from "~/ui/data-table";
import { LevelChip } from "~/ui/level-chip";
import { Link } from "~/ui/link";
import type { Report } from "~/use-cases/read-report";
import { FigureLinks } from "./downloads";
import { InApp } from "./place";
import { ReportSection } from "./report-section";

/** Each function before and now. Whether a change is more than noise is told on the page that compares. */
export function Change({ report }: { report: Report }) {
  const { previous, assessment, company } = report;
  if (!previous) return null;
  const compare = new URLSearchParams({ before: previous.assessmentId, after: assessment.id });
  return (
    <ReportSection
      id="change"
      title={m.report_change_title({ date: formatDate(previous.asOf) })}
      lead={m.report_change_lead({ title: previous.title })}
    >
      <DataTable caption={m.report_change_caption()} captionHidden>
        <thead>
          <tr>
            <th scope="col">{m.report_change_function()}</th>
            <th scope="col">{formatDate(previous.asOf)}</th>
            <th scope="col">{formatDate(assessment.asOf)}</th>
            <th scope="col" className="num">
              {m.report_change_difference()}
            </th>
          </tr>
        </thead>
        <tbody>
          {changeRows(report).map(({ key, name, before, now, difference }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td>
                <Level level={before} report={report} />
              </td>
              <td>
                <Level level={now} report={report} />
              </td>
              <td className="num">{difference}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      <InApp>
        <p className="print-hidden">
          <Link href={`/companies/${company.id}/compare?${compare}`} className="link">
            {m.report_change_test()}
          </Link>
        </p>
      </InApp>
      <FigureLinks report={report} figure="trend" title={m.report_trend_title({ company: company.name })} />
    </ReportSection>
  );
}

function Level({ level, report: { levels } }: { level: number | null; report: Report }) {
  const name = nameOfLevel(levels, level) ?? levelLabel(levels, level);
  return <LevelChip level={level} levels={levels.length} name={name} size="small" />;
}
