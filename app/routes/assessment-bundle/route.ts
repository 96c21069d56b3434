import type { LoaderFunctionArgs } from "@remix-run/node";
import { download } from "~/http/download";
import { notFound } from "~/http/guards";
import { noteDownload } from "~/http/note-download";
import { requireTakeable } from "~/routes/assessment-export/require-takeable";
import { signingKey } from "~/signing-key.server";
import { makeBundle } from "~/use-cases/make-bundle";
import { version as generator } from "../../../package.json";

/**
 * The result as a signed bundle that can be computed again anywhere. Consultants get each assessor's judgments together,
 * or with `?judgments=unlinked` the same as the company's readers: those of each function by themselves.
 */
export async function loader(args: LoaderFunctionArgs) {
  const { visit, assessment, live, version } = await requireTakeable(args);
  const linked = live && new URL(args.request.url).searchParams.get("judgments") !== "unlinked";
  const key = signingKey(args.context.services.env.DATA_DIR);
  const bundle = makeBundle(visit.context, assessment, { live, linked, version, key, generator });
  if (!bundle || bundle.empty) throw notFound();
  await noteDownload(args, visit, assessment.id, "bundle");
  return download(`${bundle.name}.json`, "application/json", bundle.text);
}
