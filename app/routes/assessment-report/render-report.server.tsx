import { renderToStaticMarkup } from "react-dom/server";
import type { Report } from "~/use-cases/read-report";
import type { Readings } from "./agreement";
import { ReportDocument } from "./report-document";

/**
 * The report as HTML. It is drawn on the server only: the browser gets the document, but neither the code that
 * draws it nor its words in the other language, which together would weigh more than the whole of a small page.
 */
export function renderReport(report: Report, readings: Readings): string {
  const document = <ReportDocument report={report} readings={readings} />;
  // The prefix keeps ids of the figures apart from those of the page around the report.
  return renderToStaticMarkup(document, { identifierPrefix: "report" });
}
