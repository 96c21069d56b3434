import type { LoaderFunctionArgs } from "@remix-run/node";
import { tooMany } from "~/http/download";
import { orNotFound, permit, requireUser, seesLive } from "~/http/guards";
import { consume, type Limit } from "~/http/rate-limit";
import { readAssessment } from "~/use-cases/assessments";
import { wantedVersion } from "./wanted-version";

/**
 * The assessment at this address for somebody who may take its report along, whether they see what is not published
 * (`live`), and the publication of `?version=`. 404 for others, 429 for somebody who has downloaded too often.
 */
export async function requireTakeable(args: LoaderFunctionArgs, limit: Limit = "export:account") {
  const visit = await requireUser(args);
  const assessment = orNotFound(readAssessment(visit.context, args.params.assessmentId ?? ""));
  permit(visit, "report:read-published", { companyId: assessment.companyId });
  const wait = await consume(args, [limit], visit.context.actor.userId);
  if (wait !== null) throw tooMany(wait);
  return { visit, assessment, live: seesLive(visit, assessment), version: wantedVersion(args.request) };
}
