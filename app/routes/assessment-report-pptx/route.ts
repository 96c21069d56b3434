import type { LoaderFunctionArgs } from "@remix-run/node";
import { downloadBytes } from "~/http/download";
import { requireReport } from "~/routes/assessment-export/require-report";

const TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation";

/** The report as slides. */
export async function loader(args: LoaderFunctionArgs) {
  const { report, trend, brand, name, write, note } = await requireReport(args);
  // Not before somebody asks for one: it takes much memory.
  const { writePptx } = await import("~/report/exports/pptx/write-pptx");
  const bytes = await write(() => writePptx(report, trend, brand));
  await note("pptx");
  return downloadBytes(`${name}.pptx`, TYPE, bytes);
}
