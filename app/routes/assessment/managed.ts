import type { RequestArgs } from "~/http/context";
import { orNotFound, permit, requireUser, type Visit } from "~/http/guards";
import { type AssessmentWithCompany, readAssessment } from "~/use-cases/assessments";

type Args = RequestArgs & { params: { assessmentId?: string } };

/** The assessment of this address for somebody who may manage it; 404 for everybody else. */
export async function requireManagedAssessment(
  args: Args,
): Promise<{ visit: Visit; assessment: AssessmentWithCompany }> {
  const visit = await requireUser(args);
  const assessment = orNotFound(readAssessment(visit.context, orNotFound(args.params.assessmentId)));
  permit(visit, "assessment:manage", { companyId: assessment.companyId });
  return { visit, assessment };
}
