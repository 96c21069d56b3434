import type { LoaderFunctionArgs } from "@remix-run/node";
import { notFound } from "~/http/guards";
import { noteDownload } from "~/http/note-download";
import { readExport } from "~/use-cases/export-assessment";
import type { ExportFormat } from "~/use-cases/note-export";
import { requireTakeable } from "./require-takeable";

/**
 * What somebody may take along of the assessment at this address: all of it for consultants, what is published for
 * the company's readers; with `?version=` that publication. 404 where that is nothing, 429 for somebody who has
 * downloaded too often.
 */
export async function requireExport(args: LoaderFunctionArgs) {
  const { visit, assessment, live, version } = await requireTakeable(args);
  const exported = readExport(visit.context, assessment, { live, version });
  if (!exported || exported.empty) throw notFound();
  return {
    exported,
    published: exported.json.edition.kind === "publication",
    note: (format: ExportFormat) => noteDownload(args, visit, assessment.id, format),
  };
}
