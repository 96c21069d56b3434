import { randomUUID } from "node:crypto";
import { insertAssessment } from "#db/assessments";
import { transact } from "#db/client";
import { insertMember, listMembers } from "#db/panel";
import { isErased } from "#db/personal-data";
import {
  deleteTemplate,
  findTemplate,
  insertTemplate,
  listCreatedAt,
  listTemplates,
  type Template,
} from "#db/waves";
import type { LoadedRubric } from "~/rubric-library.server";
import { type AssessmentState, changeState, requireAssessment } from "./assessments";
import { requireCompany } from "./companies";
import { audit, type ScopedContext } from "./context";
import { Refusal } from "./errors";
import { inviteMissing } from "./panel";
import { keepRubric, requireRubric } from "./rubrics";
import { daysToJudge } from "./wave-dates";

export type { Template };

/** The most companies for which assessments are opened at once. */
export const MOST_AT_ONCE = 200;

/** The workspace's templates, by name. */
export function readTemplates(context: ScopedContext): Template[] {
  return listTemplates(context.db, context.scope.workspaceId);
}

/** @throws Refusal "not-found" */
export function requireTemplate(context: ScopedContext, id: string): Template {
  const template = findTemplate(context.db, context.scope.workspaceId, id);
  if (!template) throw new Refusal("not-found");
  return template;
}

/**
 * Keeps an assessment as a template: its rubric, settings and, if wanted, its panel, without any answer. Returns its
 * id. @throws Refusal "not-found", "name-taken"
 */
export function saveTemplate(
  context: ScopedContext,
  assessmentId: string,
  { name, withPanel }: { name: string; withPanel: boolean },
): string {
  return transact(context.db, () => {
    const assessment = requireAssessment(context, assessmentId);
    if (readTemplates(context).some((template) => template.name === name))
      throw new Refusal("name-taken", { name });
    const { title, rubricKey, quorum, language, options, reminderDays } = assessment;
    const panel = withPanel ? listMembers(context.db, assessmentId).filter((one) => !isErased(one)) : [];
    const id = randomUUID();
    const { workspaceId } = context.scope;
    insertTemplate(context.db, {
      ...{ id, workspaceId, name, rubricKey, createdAt: context.now },
      createdBy: context.actor.kind === "user" ? context.actor.userId : null,
      settings: {
        ...{ title, quorum, language, options, reminderDays },
        daysToJudge: daysToJudge(assessment),
        panel: panel.map((member) => {
          const { name: person, email, perspective, weight, weightReason, functions } = member;
          return { name: person, email, perspective, weight, weightReason, functions };
        }),
      },
    });
    audit(context, workspaceId, "template.save", { kind: "template", id }, { assessmentId });
    return id;
  });
}

/** Removes a template; assessments made from it stay. @throws Refusal "not-found" */
export function removeTemplate(context: ScopedContext, id: string): void {
  transact(context.db, () => {
    requireTemplate(context, id);
    deleteTemplate(context.db, context.scope.workspaceId, id);
    audit(context, context.scope.workspaceId, "template.remove", { kind: "template", id });
  });
}

export type BulkInput = {
  companyIds: string[];
  title: string;
  asOf: string;
  deadline: string | null;
  /** Open them at once and invite the panel that the template brings. */
  open: boolean;
};

/**
 * Opens an assessment from a template for each of the companies named, all of them or none. The rubric is taken in its
 * newest version. Returns the ids in the order of the companies.
 * @throws Refusal "not-found" (template or company), "unknown-rubric", "empty-panel" (to open without a panel),
 * "no-company", "too-many"
 */
export function openFromTemplate(context: ScopedContext, templateId: string, input: BulkInput): string[] {
  if (input.companyIds.length === 0) throw new Refusal("no-company");
  if (input.companyIds.length > MOST_AT_ONCE) throw new Refusal("too-many", { most: MOST_AT_ONCE });
  return transact(context.db, () => {
    const template = requireTemplate(context, templateId);
    const loaded = requireRubric(context, template.rubricKey);
    keepRubric(context, loaded);
    return input.companyIds.map((companyId) => {
      requireCompany(context, companyId);
      const id = insertFromTemplate(context, template, loaded, { ...input, companyId });
      const object = { kind: "assessment", id };
      audit(context, context.scope.workspaceId, "assessment.from-template", object, { templateId });
      if (input.open) {
        changeState(context, id, "open");
        inviteMissing(context, id);
      }
      return id;
    });
  });
}

function insertFromTemplate(
  context: ScopedContext,
  { settings: { panel, quorum, language, options, reminderDays } }: Template,
  { rubric, hash }: LoadedRubric,
  { companyId, title, asOf, deadline }: Omit<BulkInput, "companyIds"> & { companyId: string },
): string {
  const id = randomUUID();
  const known = new Set(rubric.functions.map(({ key }) => key));
  insertAssessment(context.db, {
    ...{ id, companyId, quorum, language, reminderDays, title, asOf, deadline },
    ...{ rubricKey: rubric.key, rubricVersion: rubric.version, rubricHash: hash },
    workspaceId: context.scope.workspaceId,
    options: { ...options, leftOut: options.leftOut.filter((key) => known.has(key)) },
    createdAt: context.now,
  });
  panel.forEach((member, index) => {
    const functions = member.functions?.filter((key) => known.has(key)) ?? null;
    const seat = { id: randomUUID(), assessmentId: id, position: index + 1, createdAt: context.now };
    insertMember(context.db, { ...member, ...seat, functions });
  });
  return id;
}

/** An assessment that was opened from a template, for the list of what was done. */
export type Opened = {
  id: string;
  title: string;
  companyName: string;
  state: AssessmentState;
  members: number;
};

/** What was opened in one go, by the moment at which that was; in the order of the companies' names. */
export function readOpened(context: ScopedContext, at: Date): Opened[] {
  return listCreatedAt(context.db, context.scope, at);
}
