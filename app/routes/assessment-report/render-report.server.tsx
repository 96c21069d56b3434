import { renderToStaticMarkup } from "react-dom/server";
import type { Piece } from "~/http/piece";
import { getLocale } from "~/i18n/paraglide/runtime.js";
import { forOthers } from "~/report/exports/for-others";
import type { ScopedContext } from "~/use-cases/context";
import { readReadings } from "~/use-cases/read-method";
import { composeReport } from "~/use-cases/read-report";
import type { ReportFacts } from "~/use-cases/report-facts";
import { rubricOf } from "~/use-cases/rubrics";
import { drawOnce } from "./draw-once.server";
import { PlaceContext, type ReportPlace } from "./place";
import { ReportDocument } from "./report-document";

/**
 * A report as HTML, drawn once for all that it rests on. It is drawn on the server only: the browser gets the document,
 * but neither the code that draws it nor its words in the other language, which together would weigh more than the
 * whole of a small page. `why` is the key of the function whose computation is open from the start; any other text is
 * none, and draws nothing anew.
 */
export function renderReport(
  context: Pick<ScopedContext, "db">,
  facts: ReportFacts,
  why: string | null = null,
  place: ReportPlace = { shared: false },
): Piece {
  const { functions } = rubricOf(context, facts.assessment);
  const open = functions.some(({ key }) => key === why) ? why : null;
  const parts = [getLocale(), facts, open, place];
  return drawOnce(context.db, parts, () => drawReport(context, facts, open, place));
}

/** The same, drawn anew. */
export function drawReport(
  context: Pick<ScopedContext, "db">,
  facts: ReportFacts,
  why: string | null,
  place: ReportPlace,
): string {
  const read = composeReport(context, facts);
  // By a link it is like a file: nobody named, no small group; of the versions only this one.
  const report = place.shared ? { ...forOthers(read), versions: [] } : read;
  const readings = readReadings(["ac2", "krippendorff", "interval"], facts.reader.locale);
  const document = (
    <PlaceContext.Provider value={place}>
      <ReportDocument report={report} readings={readings} why={why} />
    </PlaceContext.Provider>
  );
  // The prefix keeps ids of the figures apart from those of the page around the report.
  return renderToStaticMarkup(document, { identifierPrefix: "report" });
}
