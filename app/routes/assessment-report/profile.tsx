import { m } from "~/i18n/messages";
import { HeatMapFigure } from "~/report/figures/heat-map-figure";
import { LadderFigure } from "~/report/figures/ladder-figure";
import { figureProps } from "~/report/words/figures";
import type { Report } from "~/use-cases/read-report";
import { FigureLinks } from "./downloads";
import { ReportSection } from "./report-section";

/** How the judgments spread, and every function on its track. */
export function Profile({ report }: { report: Report }) {
  const props = figureProps(report);
  return (
    <>
      <ReportSection id="spread" title={m.report_spread_title()} lead={m.report_spread_lead()}>
        <HeatMapFigure
          functions={props.functions}
          levels={props.levels}
          target={props.series.target}
          title={m.report_spread_title()}
          titleHidden
          description={m.report_spread_description()}
        />
        <FigureLinks report={report} figure="heat-map" title={m.report_spread_title()} />
      </ReportSection>
      <ReportSection id="profile" title={m.report_ladder_title()} lead={m.report_ladder_lead()}>
        <LadderFigure {...props} title={m.report_ladder_title()} titleHidden />
        <FigureLinks report={report} figure="ladder" title={m.report_ladder_title()} />
      </ReportSection>
    </>
  );
}
