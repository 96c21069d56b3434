import type { LoaderFunctionArgs } from "@remix-run/node";
import { jsonFile } from "~/http/download";
import { requireExport } from "~/routes/assessment-export/require-export";

/** The result as JSON: whole for consultants, as published for the company's readers. */
export async function loader(args: LoaderFunctionArgs) {
  const { name, json } = await requireExport(args);
  return jsonFile(name, json);
}
