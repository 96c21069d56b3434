import type { LoaderFunctionArgs } from "@remix-run/node";
import { download, tooMany } from "~/http/download";
import { notFound, orNotFound, permit, requireUser, seesLive } from "~/http/guards";
import { consume } from "~/http/rate-limit";
import { readAssessment } from "~/use-cases/assessments";
import { readExport } from "~/use-cases/export-assessment";

/** The result as JSON: whole for consultants, as published for the company's readers. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireUser(args);
  const assessment = orNotFound(readAssessment(visit.context, args.params.assessmentId ?? ""));
  permit(visit, "report:read-published", { companyId: assessment.companyId });
  const wait = await consume(args, ["export:account"], visit.context.actor.userId);
  if (wait !== null) throw tooMany(wait);
  const exported = readExport(visit.context, assessment, { live: seesLive(visit, assessment) });
  if (!exported || exported.empty) throw notFound();
  return download(`${exported.name}.json`, "application/json", `${JSON.stringify(exported.json, null, 2)}\n`);
}
