import type { Locale } from "~/i18n/locale";
import { m } from "~/i18n/messages";

/** A message before it is drawn as text and HTML: paragraphs, at most one link, and who it comes from. */
export type Letter = {
  subject: string;
  paragraphs: string[];
  action?: { label: string; url: string };
  signOff: string;
};

type Common = { locale: Locale; workspace: string; name: string };
type Assessed = Common & { company: string; title: string; url: string };

function letter(common: Common, subject: string, paragraphs: string[], action?: Letter["action"]): Letter {
  const { locale, workspace, name } = common;
  return {
    subject,
    paragraphs: [m.mail_greeting({ name }, { locale }), ...paragraphs],
    action,
    signOff: m.mail_sign_off({ workspace }, { locale }),
  };
}

/** A panel member's personal link. Dates are already in words. */
export function invitationLetter(
  given: Assessed & { asOf: string; deadline: string | null; functions: number },
): Letter {
  const { locale, company, title, asOf, deadline, functions, url } = given;
  const paragraphs = [
    m.mail_invitation_body({ company, title, asOf, functions }, { locale }),
    ...(deadline ? [m.mail_invitation_deadline({ deadline }, { locale })] : []),
    m.mail_invitation_private({}, { locale }),
  ];
  const action = { label: m.mail_invitation_action({}, { locale }), url };
  return letter(given, m.mail_invitation_subject({ company }, { locale }), paragraphs, action);
}

/** To a member who has not handed in; the link is a new one. */
export function reminderLetter(given: Assessed & { deadline: string | null }): Letter {
  const { locale, company, title, deadline, url } = given;
  const paragraphs = [
    m.mail_reminder_body({ company, title }, { locale }),
    ...(deadline ? [m.mail_invitation_deadline({ deadline }, { locale })] : []),
  ];
  const action = { label: m.mail_invitation_action({}, { locale }), url };
  return letter(given, m.mail_reminder_subject({ company }, { locale }), paragraphs, action);
}

/** To a member who is asked again; the link is a new one. Dates are already in words. */
export function roundLetter(
  given: Assessed & { deadline: string | null; round: number; functions: number },
): Letter {
  const { locale, company, title, deadline, round, functions, url } = given;
  const paragraphs = [
    m.rounds_mail_body({ company, title, round, functions }, { locale }),
    m.rounds_mail_feedback({}, { locale }),
    ...(deadline ? [m.mail_invitation_deadline({ deadline }, { locale })] : []),
    m.mail_invitation_private({}, { locale }),
  ];
  const action = { label: m.rounds_mail_action({ round }, { locale }), url };
  return letter(given, m.rounds_mail_subject({ company, round }, { locale }), paragraphs, action);
}

/** To somebody who was given access and has no password yet. */
export function accountLetter(given: Common & { url: string }): Letter {
  const { locale, workspace, url } = given;
  const action = { label: m.mail_account_action({}, { locale }), url };
  const body = m.mail_account_body({ workspace }, { locale });
  return letter(given, m.mail_account_subject({}, { locale }), [body], action);
}

/** The link for a forgotten password. */
export function resetLetter(given: Common & { url: string }): Letter {
  const { locale, url } = given;
  const action = { label: m.mail_reset_action({}, { locale }), url };
  return letter(given, m.mail_reset_subject({}, { locale }), [m.mail_reset_body({}, { locale })], action);
}

/** To the address an account has: somebody asks to move it to `email`. */
export function emailCurrentLetter(given: Common & { email: string; url: string }): Letter {
  const { locale, email, url } = given;
  const action = { label: m.mail_email_action({}, { locale }), url };
  const body = m.mail_email_current_body({ email }, { locale });
  return letter(given, m.mail_email_current_subject({}, { locale }), [body], action);
}

/** To the address an account is to have. */
export function emailNewLetter(given: Common & { url: string }): Letter {
  const { locale, name, url } = given;
  const action = { label: m.mail_email_action({}, { locale }), url };
  const body = m.mail_email_new_body({ name }, { locale });
  return letter(given, m.mail_email_new_subject({}, { locale }), [body], action);
}

/** To the people of a company when its report is published. */
export function publishedLetter(given: Assessed): Letter {
  const { locale, company, title, url } = given;
  const action = { label: m.mail_published_action({}, { locale }), url };
  const body = m.mail_published_body({ company, title }, { locale });
  return letter(given, m.mail_published_subject({ company }, { locale }), [body], action);
}

/** To those who are asked to confirm or dispute a result. */
export function memberCheckLetter(given: Assessed): Letter {
  const { locale, company, title, url } = given;
  const action = { label: m.mail_member_check_action({}, { locale }), url };
  const body = m.mail_member_check_body({ company, title }, { locale });
  return letter(given, m.mail_member_check_subject({ company }, { locale }), [body], action);
}

/** To the company's managers: levels to check before anything is published. */
export function previewLetter(given: Assessed): Letter {
  const { locale, company, title, url } = given;
  const action = { label: m.check_mail_preview_action({}, { locale }), url };
  const body = [
    m.check_mail_preview_body({ company, title }, { locale }),
    m.check_mail_preview_unpublished({}, { locale }),
  ];
  return letter(given, m.check_mail_preview_subject({ company }, { locale }), body, action);
}

/** To an informant of the panel who is asked to check the levels; the link is a new one. */
export function informantLetter(given: Assessed & { published: boolean }): Letter {
  const { locale, company, title, published, url } = given;
  const action = { label: m.check_mail_preview_action({}, { locale }), url };
  const paragraphs = [
    m.check_mail_informant_body({ company, title }, { locale }),
    ...(published ? [] : [m.check_mail_preview_unpublished({}, { locale })]),
    m.mail_invitation_private({}, { locale }),
  ];
  return letter(given, m.check_mail_informant_subject({ company }, { locale }), paragraphs, action);
}

type AboutPanel = Omit<Assessed, "url">;

/** To a member to whom a colleague passed a function on; they come in by the link they have. */
export function passedLetter(given: AboutPanel & { from: string; fn: string; note: string }): Letter {
  const { locale, company, title, from, fn, note } = given;
  return letter(given, m.assess_pass_mail_subject({ fn, company }, { locale }), [
    m.assess_pass_mail_body({ from, fn, title, company }, { locale }),
    ...(note ? [m.assess_pass_mail_note({ from, note }, { locale })] : []),
    m.assess_pass_mail_link({}, { locale }),
  ]);
}

/** To a member whose submission was opened again, with the reason. */
export function reopenedLetter(given: AboutPanel & { reason: string }): Letter {
  const { locale, company, title, reason } = given;
  return letter(given, m.assess_reopen_mail_subject({ company }, { locale }), [
    m.assess_reopen_mail_body({ title, company }, { locale }),
    m.assess_reopen_mail_reason({ reason }, { locale }),
    m.assess_pass_mail_link({}, { locale }),
  ]);
}

/** To a member whom a consultant asks about one of their judgments; they come in by the link they have. */
export function clarificationLetter(given: AboutPanel & { fn: string; question: string }): Letter {
  const { locale, company, title, fn, question } = given;
  return letter(given, m.desk_mail_subject({ fn, company }, { locale }), [
    m.desk_mail_body({ fn, title, company }, { locale }),
    ...question.split(/\n+/),
    m.desk_mail_answer({}, { locale }),
    m.assess_pass_mail_link({}, { locale }),
  ]);
}
