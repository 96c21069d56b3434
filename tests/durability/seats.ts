import type { Rubric } from "#rubric/schema";
import { changeState } from "~/use-cases/assessments";
import { addMember } from "~/use-cases/panel";
import { aCompany, anAssessment, aRubric, MAIN_RUBRIC } from "../support/factories";
import type { Inside } from "../support/inside";
import type { Seat } from "./savers";

const ASSESSORS = 6;

/** An open assessment in a running server's store, and assessors who sit at it. */
export async function seatsIn(
  inside: Inside,
): Promise<{ seats: Seat[]; rubric: Rubric; companyId: string; assessmentId: string }> {
  const rubric = aRubric(inside, MAIN_RUBRIC);
  const companyId = aCompany(inside);
  const assessmentId = anAssessment(inside, companyId, { rubricKey: MAIN_RUBRIC });
  const members = Array.from({ length: ASSESSORS }, (_, index) => {
    const person = { name: `Penilai ${index}`, email: `penilai${index}@example.com`, weight: 1 };
    return addMember(inside.context(), assessmentId, { ...person, perspective: "expert" });
  });
  changeState(inside.context(), assessmentId, "open");
  const seats: Seat[] = [];
  for (const memberId of members) seats.push({ ...(await inside.sitDown(assessmentId, memberId)), memberId });
  return { seats, rubric, companyId, assessmentId };
}
