import type { RequestArgs } from "~/http/context";
import { orNotFound } from "~/http/guards";
import { requireManagedAssessment } from "~/routes/assessment/managed";
import { readPanel } from "~/use-cases/panel";

type Args = RequestArgs & { params: { assessmentId?: string; memberId?: string } };

/** The panel member of this address for somebody who may manage the assessment; 404 for everybody else. */
export async function requireManagedMember(args: Args) {
  const found = await requireManagedAssessment(args);
  const panel = readPanel(found.visit.context, found.assessment.id);
  return { ...found, member: orNotFound(panel.find(({ id }) => id === args.params.memberId)) };
}
