import type { Assessment } from "#db/assessments";
import { readCompanyAssessments } from "./assessments";
import type { ScopedContext } from "./context";
import { readPanel } from "./panel";
import { isReleased } from "./released";
import { readSummary, type Summary } from "./summaries";

/** One assessment on a company's timeline, with its result in short and how many of the panel have handed in. */
export type TimelineEntry = Pick<Assessment, "id" | "title" | "asOf" | "deadline" | "state"> & {
  rubricKey: string;
  summary: Summary | null;
  panel: { members: number; submitted: number };
};

/**
 * A company's assessments, oldest first. With `live` false only what is published, and nothing of the panels.
 * @throws Refusal "not-found" when an assessment vanishes meanwhile
 */
export function readTimeline(context: ScopedContext, companyId: string, live: boolean): TimelineEntry[] {
  const all = readCompanyAssessments(context, companyId);
  const seen = live ? all : all.filter((assessment) => isReleased(context, assessment));
  return seen.map((assessment) => {
    const { id, title, asOf, deadline, state, rubricKey } = assessment;
    const members = live ? readPanel(context, id) : [];
    const submitted = members.filter(({ submittedAt }) => submittedAt !== null).length;
    const panel = { members: members.length, submitted };
    return {
      ...{ id, title, asOf, deadline, state, rubricKey, panel },
      summary: readSummary(context, assessment, live),
    };
  });
}
