import type { Rubric } from "#rubric/schema";
import { type AssessmentInput, changeState, createAssessment } from "~/use-cases/assessments";
import { type CompanyInput, createCompany } from "~/use-cases/companies";
import type { ScopedContext } from "~/use-cases/context";
import { type JudgmentInput, saveJudgment, submitJudgments } from "~/use-cases/judging";
import { addMember, type MemberInput } from "~/use-cases/panel";
import { publish } from "~/use-cases/publish";
import { requireRubric } from "~/use-cases/rubrics";

/** Companies, assessments and panels made by the use-cases, as quickly as the pages would make them slowly. */

/** A store to make things in: the app of a route test, or the inside of a running server. */
export type Place = { context(): ScopedContext };

export const SMALL_RUBRIC = "service-desk";
export const MAIN_RUBRIC = "omnichannel-maturity";

export function aCompany(app: Place, given: Partial<CompanyInput> = {}): string {
  const company = {
    name: "PT Uji Layanan",
    industry: "other",
    country: "ID",
    size: "small",
    offering: "services",
  } as const;
  return createCompany(app.context(), { ...company, ...given });
}

export function aRubric(app: Place, key = SMALL_RUBRIC): Rubric {
  return requireRubric(app.context(), key).rubric;
}

export function anAssessment(app: Place, companyId: string, given: Partial<AssessmentInput> = {}): string {
  const input: AssessmentInput = {
    rubricKey: SMALL_RUBRIC,
    title: "Penilaian uji",
    asOf: "2026-06-30",
    deadline: null,
    quorum: 1,
    language: "id",
    leftOut: [],
  };
  return createAssessment(app.context(), companyId, { ...input, ...given });
}

/** Adds a member of each perspective named and returns their ids in the same order. */
export function aPanel(
  app: Place,
  assessmentId: string,
  perspectives: MemberInput["perspective"][] = ["expert", "insider", "customer"],
): string[] {
  return perspectives.map((perspective, index) => {
    const member = { name: `Anggota ${index + 1}`, email: `anggota${index + 1}@example.com`, weight: 1 };
    return addMember(app.context(), assessmentId, { ...member, perspective });
  });
}

/** An assessment that is open, with its panel. */
export function anOpenAssessment(
  app: Place,
  { companyId = aCompany(app), ...given }: Partial<AssessmentInput> & { companyId?: string } = {},
) {
  const assessmentId = anAssessment(app, companyId, given);
  const members = aPanel(app, assessmentId);
  changeState(app.context(), assessmentId, "open");
  return { companyId, assessmentId, members, rubric: aRubric(app, given.rubricKey) };
}

/** Saves a member's levels, in the order of the rubric's functions; null is "cannot judge". */
export function judge(
  app: Place,
  { assessmentId, rubric }: { assessmentId: string; rubric: Rubric },
  memberId: string,
  levels: (number | null)[],
): void {
  const actor = { kind: "assessor", memberId, assessmentId } as const;
  const context = { ...app.context(), actor };
  rubric.functions.forEach((fn, index) => {
    const level = levels[index] ?? null;
    const cannotJudge = level === null ? "no-information" : null;
    const judgment: JudgmentInput = {
      level,
      cannotJudge,
      confidence: 2,
      rationale: "",
      indicators: {},
    };
    saveJudgment(context, fn.key, judgment);
  });
  submitJudgments(context);
}

/** An assessment whose panel has judged; each row of `levels` is one member's. Closed, and published if wanted. */
export function aJudgedAssessment(
  app: Place,
  levels: (number | null)[][],
  {
    published = false,
    ...given
  }: Partial<AssessmentInput> & { published?: boolean; companyId?: string } = {},
) {
  const open = anOpenAssessment(app, given);
  open.members.forEach((memberId, index) => {
    judge(app, open, memberId, levels[index] ?? []);
  });
  changeState(app.context(), open.assessmentId, "close");
  if (published) publish(app.context(), open.assessmentId);
  return open;
}
