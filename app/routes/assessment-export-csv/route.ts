import type { LoaderFunctionArgs } from "@remix-run/node";
import { csvFile } from "~/http/download";
import { revalidated, tagOf } from "~/http/revalidate";
import { requireExport } from "~/routes/assessment-export/require-export";

/** The judgments as CSV: whole for consultants, those of each published function for the company's readers. */
export async function loader(args: LoaderFunctionArgs) {
  const { exported, note, published } = await requireExport(args);
  const { name, csv } = exported;
  const make = async () => {
    await note("csv");
    return csvFile(name, csv);
  };
  return published ? revalidated(args.request, { tag: tagOf(name, csv) }, make) : make();
}
