import { type Clarification, listPanelClarifications } from "#db/clarifications";
import { hasJudgments, type Judgment, listStanding } from "#db/judgments";
import { listMembers, type PanelMember } from "#db/panel";
import type { Localized, Rubric } from "#rubric/schema";
import { lowerMedian } from "#rubric/scoring/level";
import { outliers } from "#rubric/scoring/outliers";
import { type ConsensusGoal, reaches } from "#rubric/scoring/rounds";
import type { FunctionScore } from "#rubric/scoring/types";
import { type AssessmentWithCompany, requireAssessment } from "./assessments";
import type { AskedJudgment } from "./clarifications";
import type { ScopedContext } from "./context";
import { isJudged } from "./desk";
import { rubricOf } from "./rubrics";
import { agendaOf, levelCounts, scoreOf } from "./workshop-order";

/** What one member says of one function, with what they were asked about it. Only for those who run the assessment. */
export type Voice = Pick<Judgment, "level" | "cannotJudge" | "confidence" | "rationale"> & {
  memberId: string;
  name: string;
  perspective: PanelMember["perspective"];
  /** How many levels they are from the lower median where they stand out, negative below it; null elsewhere. */
  apart: number | null;
  questions: Clarification[];
};

/** The judgments of one perspective on one function, the first count for level 1. */
export type PerspectiveSpread = {
  perspective: PanelMember["perspective"];
  n: number;
  distribution: number[];
};

export type DisputedFunction = {
  key: string;
  name: Localized;
  score: FunctionScore;
  /** The lower median of whatever judgments there are, also below the quorum; null where all could not judge. */
  median: number | null;
  /** Whether the consensus the panel agreed on is reached. */
  agreed: boolean;
  /** Of the perspectives that gave a level, in the order of the panel. */
  perspectives: PerspectiveSpread[];
  /** By level, the lowest first, then in the order of the panel; who could not judge comes last. */
  voices: Voice[];
};

export type Disagreement = {
  levels: Localized[];
  goal: ConsensusGoal;
  /** The functions somebody has judged, those with the least agreement first, as a workshop would take them. */
  functions: DisputedFunction[];
};

/** Whether there is anything to disagree about. @throws Refusal "not-found" */
export function isBegun(context: ScopedContext, assessmentId: string): boolean {
  return hasJudgments(context.db, requireAssessment(context, assessmentId).id);
}

/** Where the panel disagrees and who says what, from the judgments as they stand. */
export function readDisagreement(context: ScopedContext, assessment: AssessmentWithCompany): Disagreement {
  const { id, quorum, options } = assessment;
  const rubric = rubricOf(context, assessment);
  const judgments = listStanding(context.db, id).filter(isJudged);
  const given = {
    ...{ rubric, judgments, quorum, goal: options.consensusGoal },
    members: listMembers(context.db, id),
    questions: listPanelClarifications(context.db, id),
  };
  return {
    levels: rubric.levels.map(({ name }) => name),
    goal: options.consensusGoal,
    functions: agendaOf(rubric, judgments).flatMap((key) => disputed(given, key) ?? []),
  };
}

/** One judgment with its function; null where the member has not judged it, or is not in the panel. */
export function readVoice(
  context: ScopedContext,
  assessment: AssessmentWithCompany,
  { functionKey, memberId }: AskedJudgment,
): { fn: DisputedFunction; voice: Voice; levels: Localized[] } | null {
  const { functions, levels } = readDisagreement(context, assessment);
  const fn = functions.find(({ key }) => key === functionKey);
  const voice = fn?.voices.find((one) => one.memberId === memberId);
  return fn && voice ? { fn, voice, levels } : null;
}

type Given = {
  rubric: Rubric;
  judgments: Judgment[];
  quorum: number;
  goal: ConsensusGoal;
  members: PanelMember[];
  questions: Clarification[];
};

function disputed(given: Given, key: string): DisputedFunction | null {
  const { rubric, quorum, goal, members } = given;
  const fn = rubric.functions.find((one) => one.key === key);
  const own = given.judgments.filter(({ functionKey }) => functionKey === key);
  if (!fn || own.length === 0) return null;
  const levels = rubric.levels.length;
  const score = scoreOf(own, key, { levels, quorum, raters: members.length });
  const far = new Map(outliers(score.distribution).map(({ level, distance }) => [level, distance]));
  const voices = members.flatMap((member) => {
    const said = own.find(({ memberId }) => memberId === member.id);
    if (!said) return [];
    const questions = given.questions.filter(
      ({ memberId, functionKey }) => memberId === member.id && functionKey === key,
    );
    return [voiceOf(member, said, { apart: far.get(said.level ?? 0) ?? null, questions })];
  });
  return {
    ...{ key, name: fn.name, score, median: lowerMedian(score.distribution) },
    agreed: reaches(score.consensus, goal),
    perspectives: perspectivesOf(members, own, { key, levels }),
    voices: voices.sort((a, b) => (a.level ?? levels + 1) - (b.level ?? levels + 1)),
  };
}

function voiceOf(
  { id: memberId, name, perspective }: PanelMember,
  { level, cannotJudge, confidence, rationale }: Judgment,
  more: Pick<Voice, "apart" | "questions">,
): Voice {
  return { memberId, name, perspective, level, cannotJudge, confidence, rationale, ...more };
}

function perspectivesOf(
  members: PanelMember[],
  judgments: Judgment[],
  { key, levels }: { key: string; levels: number },
): PerspectiveSpread[] {
  return [...new Set(members.map(({ perspective }) => perspective))]
    .map((perspective) => {
      const group = new Set(members.filter((one) => one.perspective === perspective).map(({ id }) => id));
      const own = judgments.filter(({ memberId }) => group.has(memberId));
      const distribution = levelCounts(own, key, levels);
      return { perspective, n: distribution.reduce((sum, count) => sum + count, 0), distribution };
    })
    .filter(({ n }) => n > 0);
}
