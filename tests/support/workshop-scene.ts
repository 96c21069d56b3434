import { castVote } from "~/use-cases/workshop-vote";
import { openVote, revealVote, startWorkshop } from "~/use-cases/workshops";
import { anOpenAssessment, MAIN_RUBRIC } from "./factories";
import type { Inside } from "./inside";
import type { Person } from "./people";

/** A panel in one room: one function is revealed, and a vote on another goes on. Each page of it with who looks. */
export async function workshopVisits(inside: Inside, consultant: Person): Promise<[string, Person][]> {
  const { assessmentId, members, rubric } = anOpenAssessment(inside, { rubricKey: MAIN_RUBRIC });
  const [first = "", second = ""] = rubric.functions.map(({ key }) => key);
  const vote = (functionKey: string, levels: number[]) => {
    const id = openVote(inside.context(), assessmentId, functionKey);
    levels.forEach((level, place) => {
      const actor = { kind: "assessor" as const, memberId: members[place] ?? "", assessmentId };
      castVote({ ...inside.context(), actor }, id, { level, cannotJudge: null, confidence: 2 });
    });
    return id;
  };
  startWorkshop(inside.context(), assessmentId);
  revealVote(inside.context(), assessmentId, vote(first, [2, 3, 3]));
  vote(second, [4]);
  const page = `/assessments/${assessmentId}/workshop`;
  const voted = await inside.sitDown(assessmentId, members[0] ?? "");
  const voting = await inside.sitDown(assessmentId, members[1] ?? "");
  return [
    [page, consultant],
    [`${page}?function=${first}`, consultant],
    [`${page}?function=${second}&confirm=end`, consultant],
    ["/assess/workshop", voted],
    ["/assess/workshop", voting],
    ["/assess", voting],
  ];
}
