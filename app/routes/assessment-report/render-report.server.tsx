import { renderToStaticMarkup } from "react-dom/server";
import { getLocale } from "~/i18n/paraglide/runtime.js";
import type { Report } from "~/use-cases/read-report";
import type { Readings } from "./agreement";
import { drawOnce } from "./draw-once.server";
import { PlaceContext, type ReportPlace } from "./place";
import { ReportDocument } from "./report-document";

/**
 * The report as HTML. It is drawn on the server only: the browser gets the document, but neither the code that
 * draws it nor its words in the other language, which together would weigh more than the whole of a small page.
 * `why` is the key of the function whose computation is open from the start.
 */
export function renderReport(
  report: Report,
  readings: Readings,
  why: string | null = null,
  place: ReportPlace = { shared: false },
): string {
  return drawOnce([getLocale(), report, readings, why, place], () => draw(report, readings, why, place));
}

function draw(report: Report, readings: Readings, why: string | null, place: ReportPlace): string {
  const document = (
    <PlaceContext.Provider value={place}>
      <ReportDocument report={report} readings={readings} why={why} />
    </PlaceContext.Provider>
  );
  // The prefix keeps ids of the figures apart from those of the page around the report.
  return renderToStaticMarkup(document, { identifierPrefix: "report" });
}
