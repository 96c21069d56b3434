import type { LoaderFunctionArgs } from "@remix-run/node";
import { downloadBytes } from "~/http/download";
import { requireReport } from "~/routes/assessment-export/require-report";
import { readReadings } from "~/use-cases/read-method";

const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The report as an Excel workbook. */
export async function loader(args: LoaderFunctionArgs) {
  const { report, locale, brand, name, write, note } = await requireReport(args);
  const readings = readReadings(["ac2", "krippendorff", "interval"], locale);
  // Not before somebody asks for one: it takes much memory.
  const { writeXlsx } = await import("~/report/exports/xlsx/write-xlsx");
  const bytes = await write(() => writeXlsx(report, readings, brand));
  await note("xlsx");
  return downloadBytes(`${name}.xlsx`, TYPE, bytes);
}
