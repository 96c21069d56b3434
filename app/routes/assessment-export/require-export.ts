import type { LoaderFunctionArgs } from "@remix-run/node";
import { tooMany } from "~/http/download";
import { notFound, orNotFound, permit, requireUser, seesLive } from "~/http/guards";
import { noteDownload } from "~/http/note-download";
import { consume } from "~/http/rate-limit";
import { readAssessment } from "~/use-cases/assessments";
import { readExport } from "~/use-cases/export-assessment";
import type { ExportFormat } from "~/use-cases/note-export";
import { wantedVersion } from "./wanted-version";

/**
 * What somebody may take along of the assessment at this address: all of it for consultants, what is published for
 * the company's readers; with `?version=` that publication. 404 where that is nothing, 429 for somebody who has
 * downloaded too often.
 */
export async function requireExport(args: LoaderFunctionArgs) {
  const visit = await requireUser(args);
  const assessment = orNotFound(readAssessment(visit.context, args.params.assessmentId ?? ""));
  permit(visit, "report:read-published", { companyId: assessment.companyId });
  const wait = await consume(args, ["export:account"], visit.context.actor.userId);
  if (wait !== null) throw tooMany(wait);
  const live = seesLive(visit, assessment);
  const exported = readExport(visit.context, assessment, { live, version: wantedVersion(args.request) });
  if (!exported || exported.empty) throw notFound();
  return {
    ...exported,
    published: exported.json.edition.kind === "publication",
    note: (format: ExportFormat) => noteDownload(args, visit, assessment.id, format),
  };
}
