import type { LoaderFunctionArgs } from "@remix-run/node";
import { download, tooMany } from "~/http/download";
import { notFound, orNotFound, permit, requireUser, seesLive } from "~/http/guards";
import { consume } from "~/http/rate-limit";
import { readAssessment } from "~/use-cases/assessments";
import { readExport } from "~/use-cases/export-assessment";

/** Without it Excel takes the file for the machine's old code page. */
const BYTE_ORDER_MARK = "\uFEFF";

/** The judgments as CSV: whole for consultants, those of each published function for the company's readers. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireUser(args);
  const assessment = orNotFound(readAssessment(visit.context, args.params.assessmentId ?? ""));
  permit(visit, "report:read-published", { companyId: assessment.companyId });
  const wait = await consume(args, ["export:account"], visit.context.actor.userId);
  if (wait !== null) throw tooMany(wait);
  const exported = readExport(visit.context, assessment, { live: seesLive(visit, assessment) });
  if (!exported || exported.empty) throw notFound();
  return download(`${exported.name}.csv`, "text/csv", `${BYTE_ORDER_MARK}${exported.csv}`);
}
