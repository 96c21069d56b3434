import { findUser, listPeople } from "#db/accounts";
import type { Assessment, AssessmentWithCompany } from "#db/assessments";
import type { PanelMember } from "#db/panel";
import { listRounds } from "#db/rounds";
import type { Localized } from "#rubric/schema";
import { formatDate } from "~/i18n/format";
import { baseLocale, localized } from "~/i18n/locale";
import { withLocale } from "~/i18n/locale.server";
import {
  accountLetter,
  clarificationLetter,
  invitationLetter,
  memberCheckLetter,
  passedLetter,
  publishedLetter,
  reminderLetter,
  reopenedLetter,
  roundLetter,
} from "~/mail/compose";
import { askedCount } from "./asking";
import type { ScopedContext, UseCaseContext } from "./context";
import { currentRound, isAsked } from "./desk";
import { post, workspaceName } from "./outbox";
import { rubricOf } from "./rubrics";

/** Messages that follow from what was done; each is posted in the transaction of the deed. */

/** What a new personal link is made for; "round": a round after the first was opened. */
export type LinkKind = "invitation" | "reminder" | "round";

/** A member's new personal link, in the language of the assessment. */
export function postInvitation(
  context: ScopedContext,
  assessment: AssessmentWithCompany,
  member: PanelMember,
  link: { token: string; kind: LinkKind },
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
  const rubric = rubricOf(context, assessment);
  const round = currentRound(listRounds(context.db, assessment.id));
  const again = rubric.functions.filter(({ key }) => isAsked(member, round, key)).length;
  const letters = {
    invitation: () => invitationLetter({ ...given, functions: askedCount(rubric, member) }),
    reminder: () => reminderLetter(given),
    round: () => roundLetter({ ...given, round: round.number, functions: again }),
  };
  post(context, {
    workspaceId: context.scope.workspaceId,
    kind: link.kind,
    recipient: member,
    locale,
    letter: letters[link.kind](),
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

type Seat = { assessment: Assessment; companyName: string; member: PanelMember };

/**
 * A colleague passed a function on to a member. Without a link: a new one would end the session in which they may be
 * judging.
 */
export function postPassed(
  context: UseCaseContext,
  { assessment, companyName: company, member }: Seat,
  given: { from: string; functionName: Localized; note: string },
): void {
  const { language: locale, title, workspaceId } = assessment;
  const { from, note } = given;
  const about = { name: member.name, workspace: workspaceName(context, workspaceId), locale, company, title };
  post(context, {
    ...{ workspaceId, kind: "passed", recipient: member, locale },
    letter: passedLetter({ ...about, from, note, fn: localized(given.functionName, locale) }),
    about: { kind: "panel-member", id: member.id },
  });
}

/** Those who run the assessment opened again what a member had handed in. */
export function postReopened(
  context: UseCaseContext,
  { assessment, companyName: company, member }: Seat,
  reason: string,
): void {
  const { language: locale, title, workspaceId } = assessment;
  const about = { name: member.name, workspace: workspaceName(context, workspaceId), locale, company, title };
  post(context, {
    ...{ workspaceId, kind: "reopened", recipient: member, locale },
    letter: reopenedLetter({ ...about, reason }),
    about: { kind: "panel-member", id: member.id },
  });
}

/** A consultant asks a member about a judgment; without a link, for the same reason as when one is passed on. */
export function postClarification(
  context: UseCaseContext,
  { assessment, companyName: company, member }: Seat,
  given: { functionName: Localized; question: string },
): void {
  const { language: locale, title, workspaceId } = assessment;
  const { functionName, question } = given;
  const about = { name: member.name, workspace: workspaceName(context, workspaceId), locale, company, title };
  post(context, {
    ...{ workspaceId, kind: "clarification", recipient: member, locale },
    letter: clarificationLetter({ ...about, question, fn: localized(functionName, locale) }),
    about: { kind: "panel-member", id: member.id },
  });
}
