import { createHash } from "node:crypto";
import type { Judgment } from "#db/judgments";
import type { PanelMember } from "#db/panel";
import { canonicalJson } from "~/canonical-json";
import { isJudged } from "./desk";
import { groupPerspectives, type PerspectiveGroup } from "./findings/perspective-groups";
import type { Basis } from "./results";

type Perspective = PanelMember["perspective"];

/** One answer as it may be passed on. A function without an answer has neither a level nor a reason. */
export type UnnamedJudgment = Pick<Judgment, "level" | "cannotJudge" | "confidence" | "rationale"> & {
  function: string;
};

/** An assessor without a name, with one answer for every function in the order of the rubric. */
export type UnnamedAssessor = {
  name: string;
  memberId: string;
  perspective: Perspective;
  answers: UnnamedJudgment[];
};

/**
 * The panel as assessor-1, assessor-2, ... The order rests on nothing but what the assessors answered, so it says
 * nothing of the panel's order, and an export that is imported elsewhere gets the same numbers again. A perspective
 * that the assessment's minimum group does not allow to be shown apart becomes "other".
 */
export function unnamePanel({ assessment, rubric, members, judgments }: Basis): UnnamedAssessor[] {
  const answered = new Map(
    judgments.filter(isJudged).map((judgment) => [keyOf(judgment.memberId, judgment.functionKey), judgment]),
  );
  const minimum = assessment.options.minimumGroup;
  const apart = shownApart(groupPerspectives(countAssessors(members, judgments), minimum));
  return members
    .map(({ id, perspective }) => {
      const answers = rubric.functions.map(({ key }) => answerTo(key, answered.get(keyOf(id, key))));
      const shown = apart.has(perspective) ? perspective : "other";
      return { memberId: id, perspective: shown, answers, fingerprint: fingerprint(shown, answers) };
    })
    .sort((a, b) => (a.fingerprint < b.fingerprint ? -1 : a.fingerprint > b.fingerprint ? 1 : 0))
    .map(({ memberId, perspective, answers }, index) => ({
      ...{ name: `assessor-${index + 1}`, memberId, perspective, answers },
    }));
}

function answerTo(key: string, judgment: Judgment | undefined): UnnamedJudgment {
  const { level = null, cannotJudge = null, confidence = null, rationale = "" } = judgment ?? {};
  return { function: key, level, cannotJudge, confidence: level === null ? null : confidence, rationale };
}

/** The perspectives that stand alone in their group. */
function shownApart(groups: PerspectiveGroup<Perspective>[]): Set<Perspective> {
  return new Set(groups.flatMap(({ perspectives }) => (perspectives.length === 1 ? perspectives : [])));
}

/** How many assessors of each perspective gave at least one level. */
function countAssessors(members: PanelMember[], judgments: Judgment[]) {
  const active = new Set(judgments.filter(({ level }) => level !== null).map(({ memberId }) => memberId));
  const perspectives = [...new Set(members.map(({ perspective }) => perspective))].sort();
  return perspectives.map((perspective) => ({
    perspective,
    n: members.filter((member) => member.perspective === perspective && active.has(member.id)).length,
  }));
}

/** Of what the columns of a CSV carry only: the reason for not judging is not among them. */
function fingerprint(perspective: Perspective, answers: UnnamedJudgment[]): string {
  const said = answers.map(({ level, confidence, rationale }) => [level, confidence, rationale]);
  return createHash("sha256")
    .update(canonicalJson([perspective, said]))
    .digest("hex");
}

function keyOf(memberId: string, functionKey: string): string {
  return `${memberId} ${functionKey}`;
}
