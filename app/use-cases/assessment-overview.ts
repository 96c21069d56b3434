import { FIRST_ROUND, listRounds } from "#db/rounds";
import type { Localized } from "#rubric/schema";
import { readThinFunctions, type ThinFunction } from "./asking";
import { type AssessmentWithCompany, possibleChanges, type StateChange } from "./assessments";
import type { ScopedContext } from "./context";
import { questionnaireRound } from "./desk";
import { type MemberInput, readPanel } from "./panel";
import { rubricOf } from "./rubrics";
import { readSummary, type Summary } from "./summaries";

/**
 * How far one member is, from the least to the most; "not-asked": the round asks them nothing; "declined": they said
 * that they will not judge.
 */
export type MemberStage =
  | "declined"
  | "not-asked"
  | "uninvited"
  | "invited"
  | "opened"
  | "started"
  | "submitted";

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
  /** What somebody who declined gave as the reason. */
  declineReason: string;
};

export type AssessmentOverview = {
  /** The number of the latest questionnaire where it is not the first. */
  round: number | null;
  members: OverviewMember[];
  rubric: { name: Localized; version: string; functions: number; levels: number };
  /** Names of the functions left out of the overall. */
  leftOut: Localized[];
  summary: Summary | null;
  changes: StateChange[];
  /** Functions asked of fewer members than the quorum, while that can still be changed. */
  thin: ThinFunction[];
};

/** What somebody who runs the assessment watches: the panel's progress, the settings, the result in short. */
export function readOverview(context: ScopedContext, assessment: AssessmentWithCompany): AssessmentOverview {
  const rubric = rubricOf(context, assessment);
  const { state, options } = assessment;
  const { leftOut } = options;
  const round = questionnaireRound(listRounds(context.db, assessment.id)).number;
  return {
    round: round > FIRST_ROUND ? round : null,
    members: readPanel(context, assessment.id).map((member) => {
      const { id, name, perspective, openedAt, judged, asked, submittedAt, declineReason } = member;
      const stage = stageOf(member);
      return { id, name, perspective, openedAt, judged, asked, submittedAt, declineReason, stage };
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
    thin: state === "draft" || state === "open" ? readThinFunctions(context, assessment.id) : [],
  };
}

/** Whoever opened or began by a link that was replaced since still stands where they stood. */
export function stageOf(member: {
  asked: number;
  invitedAt: Date | null;
  openedAt: Date | null;
  begun: number;
  submittedAt: Date | null;
  declinedAt: Date | null;
}): MemberStage {
  if (member.submittedAt) return "submitted";
  if (member.declinedAt) return "declined";
  if (member.asked === 0) return "not-asked";
  if (member.begun > 0) return "started";
  if (member.openedAt) return "opened";
  return member.invitedAt ? "invited" : "uninvited";
}
