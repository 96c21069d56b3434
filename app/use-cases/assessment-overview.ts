import type { Localized } from "#rubric/schema";
import { type AssessmentWithCompany, possibleChanges, type StateChange } from "./assessments";
import type { ScopedContext } from "./context";
import { type MemberInput, readPanel } from "./panel";
import { rubricOf } from "./rubrics";
import { readSummary, type Summary } from "./summaries";

/** How far one member is, from the least to the most. */
export type MemberStage = "uninvited" | "invited" | "opened" | "started" | "submitted";

export type OverviewMember = {
  id: string;
  name: string;
  perspective: MemberInput["perspective"];
  stage: MemberStage;
  openedAt: Date | null;
  /** Functions judged, of those asked, in the round that is going on. */
  judged: number;
  asked: number;
  submittedAt: Date | null;
};

export type AssessmentOverview = {
  members: OverviewMember[];
  rubric: { name: Localized; version: string; functions: number; levels: number };
  /** Names of the functions left out of the overall. */
  leftOut: Localized[];
  summary: Summary | null;
  changes: StateChange[];
};

/** What somebody who runs the assessment watches: the panel's progress, the settings, the result in short. */
export function readOverview(context: ScopedContext, assessment: AssessmentWithCompany): AssessmentOverview {
  const rubric = rubricOf(context, assessment);
  const { leftOut } = assessment.options;
  return {
    members: readPanel(context, assessment.id).map((member) => {
      const { id, name, perspective, openedAt, judged, asked, submittedAt } = member;
      return { id, name, perspective, openedAt, judged, asked, submittedAt, stage: stageOf(member) };
    }),
    rubric: {
      name: rubric.name,
      version: rubric.version,
      functions: rubric.functions.length,
      levels: rubric.levels.length,
    },
    leftOut: rubric.functions.filter(({ key }) => leftOut.includes(key)).map(({ name }) => name),
    summary: readSummary(context, assessment, true),
    changes: possibleChanges(context, assessment),
  };
}

/** Whoever opened or began by a link that was replaced since still stands where they stood. */
export function stageOf(member: {
  invitedAt: Date | null;
  openedAt: Date | null;
  begun: number;
  submittedAt: Date | null;
}): MemberStage {
  if (member.submittedAt) return "submitted";
  if (member.begun > 0) return "started";
  if (member.openedAt) return "opened";
  return member.invitedAt ? "invited" : "uninvited";
}
