import type { LoaderFunctionArgs } from "@remix-run/node";
import { download } from "~/http/download";
import { requireExport } from "~/routes/assessment-export/require-export";

/** Without it Excel takes the file for the machine's old code page. */
const BYTE_ORDER_MARK = "\uFEFF";

/** The judgments as CSV: whole for consultants, those of each published function for the company's readers. */
export async function loader(args: LoaderFunctionArgs) {
  const { name, csv } = await requireExport(args);
  return download(`${name}.csv`, "text/csv", `${BYTE_ORDER_MARK}${csv}`);
}
