import { findUser, listPeople } from "#db/accounts";
import type { AssessmentWithCompany } from "#db/assessments";
import type { PanelMember } from "#db/panel";
import { informantLetter, previewLetter } from "~/mail/compose";
import type { ScopedContext } from "./context";
import { post, workspaceName } from "./outbox";

/** Levels are shown before they are published: the company's managers are asked to check them. */
export function postPreview(context: ScopedContext, assessment: AssessmentWithCompany): void {
  const { workspaceId } = context.scope;
  const workspace = workspaceName(context, workspaceId);
  const url = `${context.settings.baseUrl}/assessments/${assessment.id}/check`;
  const { companyName: company, title } = assessment;
  for (const person of listPeople(context.db, workspaceId, assessment.companyId)) {
    if (person.role !== "manager") continue;
    const locale = findUser(context.db, person.userId)?.locale ?? assessment.language;
    post(context, {
      ...{ workspaceId, kind: "preview", recipient: person, locale },
      letter: previewLetter({ locale, workspace, name: person.name, company, title, url }),
      about: { kind: "assessment", id: assessment.id },
    });
  }
}

/** An informant of the panel is asked to check the levels, by a new personal link. */
export function postInformant(
  context: ScopedContext,
  assessment: AssessmentWithCompany,
  member: PanelMember,
  { token, published }: { token: string; published: boolean },
): void {
  const { workspaceId } = context.scope;
  const { companyName: company, title, language: locale } = assessment;
  const url = `${context.settings.baseUrl}/i/${token}`;
  const about = { name: member.name, workspace: workspaceName(context, workspaceId), locale, company, title };
  post(context, {
    ...{ workspaceId, kind: "informant", recipient: member, locale },
    letter: informantLetter({ ...about, url, published }),
    about: { kind: "panel-member", id: member.id },
  });
}
