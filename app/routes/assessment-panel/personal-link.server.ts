import { formatDate } from "~/i18n/format";
import { localized } from "~/i18n/locale";
import { withLocale } from "~/i18n/locale.server";
import { m } from "~/i18n/messages";
import { askedCount } from "~/use-cases/asking";
import type { AssessmentWithCompany } from "~/use-cases/assessments";
import type { ScopedContext } from "~/use-cases/context";
import type { NewLink } from "~/use-cases/panel";
import { rubricOf } from "~/use-cases/rubrics";

/** A personal link that was just made, with a message ready to be sent. */
export type PersonalLink = {
  name: string;
  email: string;
  url: string;
  subject: string;
  message: string;
};

type Sender = { context: ScopedContext; assessment: AssessmentWithCompany; baseUrl: string };

/** The link for a member and the message around it, in the language of the assessment. */
export function personalLink(
  { context, assessment, baseUrl }: Sender,
  { member, token }: { member: Pick<NewLink["member"], "name" | "email" | "functions">; token: string },
): PersonalLink {
  const { name, email } = member;
  const { companyName: company, title, deadline } = assessment;
  const url = `${baseUrl}/i/${token}`;
  const rubric = rubricOf(context, assessment);
  return withLocale(assessment.language, () => {
    const lines = [
      m.consultant_mail_greeting({ name }),
      m.consultant_mail_body({
        company,
        rubric: localized(rubric.name, assessment.language),
        functions: askedCount(rubric, member),
      }),
      m.consultant_mail_link({ url }),
      m.consultant_mail_resume(),
      deadline ? m.consultant_mail_deadline({ date: formatDate(deadline) }) : "",
      m.consultant_mail_closing({
        sender: context.actor.kind === "user" ? context.actor.name : m.app_name(),
      }),
    ];
    const message = lines.filter(Boolean).join("\n\n");
    return { name, email, url, message, subject: m.consultant_mail_subject({ title, company }) };
  });
}
