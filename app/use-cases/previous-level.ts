import type { AssessorContext, Desk } from "./desk";
import { earlierAssessments } from "./earlier";
import { readPublication } from "./publish";
import { isReleased } from "./released";

export type PreviousLevel = { asOf: string; level: number };

/**
 * What was published of a function the last time, where the consultant lets assessors see it; else null. The level
 * and its date are all that an assessor ever gets from another assessment.
 */
export function readPreviousLevel(
  context: AssessorContext,
  { assessment }: Pick<Desk, "assessment">,
  functionKey: string,
): PreviousLevel | null {
  if (!assessment.options.showPrevious) return null;
  const scope = { workspaceId: assessment.workspaceId, companyIds: [assessment.companyId] };
  const reading = { ...context, scope };
  const previous = earlierAssessments(reading, assessment).find((other) => isReleased(reading, other));
  const scored = previous && readPublication(context, previous.id)?.frozen.score.functions;
  const level = scored?.find(({ key }) => key === functionKey)?.level ?? null;
  return previous && level !== null ? { asOf: previous.asOf, level } : null;
}
