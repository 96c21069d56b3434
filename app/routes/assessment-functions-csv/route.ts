import type { LoaderFunctionArgs } from "@remix-run/node";
import { csvFile } from "~/http/download";
import { requireExport } from "~/routes/assessment-export/require-export";

/** Level, target, gap and agreement of each function as CSV. */
export async function loader(args: LoaderFunctionArgs) {
  const { exported, note } = await requireExport(args);
  await note("functions-csv");
  return csvFile(`${exported.name}-functions`, exported.functionsCsv);
}
