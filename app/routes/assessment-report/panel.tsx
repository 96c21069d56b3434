import { m } from "~/i18n/messages";
import { perspectiveName } from "~/report/words";
import { missingReading } from "~/report/words/method";
import { DataTable } from "~/ui/data-table";
import type { Report } from "~/use-cases/read-report";
import { ReportSection } from "./report-section";

/** Who judged, in numbers only. */
export function Panel({ report }: { report: Report }) {
  const { panel, assessment } = report;
  return (
    <ReportSection
      id="panel"
      title={m.report_panel_title()}
      lead={m.report_panel_lead({ ...panel, quorum: assessment.quorum })}
    >
      <DataTable caption={m.report_panel_caption()} captionHidden className="report-narrow-table">
        <thead>
          <tr>
            <th scope="col">{m.report_panel_perspective()}</th>
            <th scope="col" className="num">
              {m.report_panel_members()}
            </th>
          </tr>
        </thead>
        <tbody>
          {panel.perspectives.map(({ perspective, members }) => (
            <tr key={perspective}>
              <th scope="row">{perspectiveName(perspective)}</th>
              <td className="num">{members}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      <p className="text-ink-muted">{missingReading(report)}</p>
    </ReportSection>
  );
}
