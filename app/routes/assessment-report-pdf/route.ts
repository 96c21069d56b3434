import type { LoaderFunctionArgs } from "@remix-run/node";
import { downloadBytes } from "~/http/download";
import { requireReport } from "~/routes/assessment-export/require-report";
import { readReadings } from "~/use-cases/read-method";

/** The report as a document to read, print and sign. */
export async function loader(args: LoaderFunctionArgs) {
  const { report, locale, brand, name, note } = await requireReport(args);
  const readings = readReadings(["ac2", "krippendorff", "interval"], locale);
  const at = args.context.services.clock();
  // Not before somebody asks for one: it takes much memory.
  const { pdfReport } = await import("~/report/exports/pdf/pdf-report");
  const bytes = await pdfReport({ report, readings, locale, brand, at });
  await note("pdf");
  return downloadBytes(`${name}.pdf`, "application/pdf", bytes);
}
