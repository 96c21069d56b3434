import type { RequestArgs } from "~/http/context";
import { orNotFound } from "~/http/guards";
import { requireManagedAssessment } from "~/routes/assessment/managed";
import { readPanelPersons } from "~/use-cases/erase-personal-data";

type Args = RequestArgs & { params: { assessmentId?: string; memberId?: string } };

/** The assessment of this address with everybody in its panel, for somebody who may manage it; 404 for others. */
export async function requireManagedPersons(args: Args) {
  const { visit, assessment } = await requireManagedAssessment(args);
  return { context: visit.context, assessment, persons: readPanelPersons(visit.context, assessment.id) };
}

/** The same with the one person of this address. */
export async function requireManagedPerson(args: Args) {
  const found = await requireManagedPersons(args);
  return { ...found, person: orNotFound(found.persons.find(({ id }) => id === args.params.memberId)) };
}
