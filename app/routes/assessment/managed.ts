import type { RequestArgs } from "~/http/context";
import { orNotFound, permit, requireUser, type Visit } from "~/http/guards";
import { type AssessmentWithCompany, readAssessment } from "~/use-cases/assessments";
import { isBegun } from "~/use-cases/disagreement";

type Args = RequestArgs & { params: { assessmentId?: string } };

/** `begun`: somebody in the panel has judged something. */
export type ManagedAssessment = AssessmentWithCompany & { begun: boolean };

/** The assessment of this address for somebody who may manage it; 404 for everybody else. */
export async function requireManagedAssessment(
  args: Args,
): Promise<{ visit: Visit; assessment: ManagedAssessment }> {
  const visit = await requireUser(args);
  const assessment = orNotFound(readAssessment(visit.context, orNotFound(args.params.assessmentId)));
  permit(visit, "assessment:manage", { companyId: assessment.companyId });
  return { visit, assessment: { ...assessment, begun: isBegun(visit.context, assessment.id) } };
}
