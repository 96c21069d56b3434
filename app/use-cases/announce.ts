import { findUser, listPeople } from "#db/accounts";
import type { AssessmentWithCompany } from "#db/assessments";
import type { PanelMember } from "#db/panel";
import { formatDate } from "~/i18n/format";
import { baseLocale } from "~/i18n/locale";
import { withLocale } from "~/i18n/locale.server";
import {
  accountLetter,
  invitationLetter,
  memberCheckLetter,
  publishedLetter,
  reminderLetter,
} from "~/mail/compose";
import type { ScopedContext } from "./context";
import { post, workspaceName } from "./outbox";
import { rubricOf } from "./rubrics";

/** Messages that follow from what was done; each is posted in the transaction of the deed. */

/** A member's new personal link, in the language of the assessment. */
export function postInvitation(
  context: ScopedContext,
  assessment: AssessmentWithCompany,
  member: PanelMember,
  link: { token: string; kind: "invitation" | "reminder" },
): void {
  const { language: locale, companyName: company, title } = assessment;
  const date = (isoDate: string) => withLocale(locale, () => formatDate(isoDate));
  const given = {
    ...{ locale, company, title, name: member.name },
    workspace: workspaceName(context, context.scope.workspaceId),
    url: `${context.settings.baseUrl}/i/${link.token}`,
    asOf: date(assessment.asOf),
    deadline: assessment.deadline && date(assessment.deadline),
  };
  const functions = rubricOf(context, assessment).functions.length;
  post(context, {
    workspaceId: context.scope.workspaceId,
    kind: link.kind,
    recipient: member,
    locale,
    letter: link.kind === "reminder" ? reminderLetter(given) : invitationLetter({ ...given, functions }),
    about: { kind: "panel-member", id: member.id },
  });
}

/** The one-time link by which somebody who was given access chooses a password. */
export function postAccountLink(context: ScopedContext, userId: string, token: string): void {
  const user = findUser(context.db, userId);
  if (!user) return;
  const locale = user.locale ?? baseLocale;
  const { workspaceId } = context.scope;
  const url = `${context.settings.baseUrl}/account/${token}`;
  post(context, {
    workspaceId,
    kind: "account",
    recipient: user,
    locale,
    letter: accountLetter({ locale, workspace: workspaceName(context, workspaceId), name: user.name, url }),
    about: { kind: "user", id: userId },
  });
}

/** A report was just published: the company's managers are asked to check it, its viewers told that it is there. */
export function postPublished(context: ScopedContext, assessment: AssessmentWithCompany): void {
  const { workspaceId } = context.scope;
  const workspace = workspaceName(context, workspaceId);
  const page = `${context.settings.baseUrl}/assessments/${assessment.id}`;
  const { companyName: company, title } = assessment;
  for (const person of listPeople(context.db, workspaceId, assessment.companyId)) {
    const locale = findUser(context.db, person.userId)?.locale ?? assessment.language;
    const given = { locale, workspace, name: person.name, company, title };
    const asked = person.role === "manager";
    post(context, {
      workspaceId,
      kind: asked ? "member-check" : "published",
      recipient: person,
      locale,
      letter: asked
        ? memberCheckLetter({ ...given, url: `${page}/check` })
        : publishedLetter({ ...given, url: `${page}/report` }),
      about: { kind: "assessment", id: assessment.id },
    });
  }
}
