import type { LoaderFunctionArgs } from "@remix-run/node";
import { jsonFile } from "~/http/download";
import { revalidated, tagOf } from "~/http/revalidate";
import { requireExport } from "~/routes/assessment-export/require-export";

/** The result as JSON: whole for consultants, as published for the company's readers. */
export async function loader(args: LoaderFunctionArgs) {
  const { exported, note, published } = await requireExport(args);
  const { name, json } = exported;
  const make = async () => {
    await note("json");
    return jsonFile(name, json);
  };
  return published ? revalidated(args.request, { tag: tagOf(name, json) }, make) : make();
}
