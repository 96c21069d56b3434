import type { LoaderFunctionArgs } from "@remix-run/node";
import { downloadBytes } from "~/http/download";
import { defaultBrand } from "~/report/exports/brand";
import { writePptx } from "~/report/exports/pptx/write-pptx";
import { requireReport } from "~/routes/assessment-export/require-report";

const TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation";

/** The report as slides. */
export async function loader(args: LoaderFunctionArgs) {
  const { report, trend, name, write } = await requireReport(args);
  return downloadBytes(`${name}.pptx`, TYPE, await write(() => writePptx(report, trend, defaultBrand)));
}
