import type { LoaderFunctionArgs } from "@remix-run/node";
import { tooMany } from "~/http/download";
import { notFound, orNotFound, permit, requireUser, seesLive } from "~/http/guards";
import { consume } from "~/http/rate-limit";
import { readAssessment } from "~/use-cases/assessments";
import { readExport } from "~/use-cases/export-assessment";

/**
 * What somebody may take along of the assessment at this address: all of it for consultants, what is published for
 * the company's readers. 404 where that is nothing, 429 for somebody who has downloaded too often.
 */
export async function requireExport(args: LoaderFunctionArgs) {
  const visit = await requireUser(args);
  const assessment = orNotFound(readAssessment(visit.context, args.params.assessmentId ?? ""));
  permit(visit, "report:read-published", { companyId: assessment.companyId });
  const wait = await consume(args, ["export:account"], visit.context.actor.userId);
  if (wait !== null) throw tooMany(wait);
  const exported = readExport(visit.context, assessment, { live: seesLive(visit, assessment) });
  if (!exported || exported.empty) throw notFound();
  return exported;
}
