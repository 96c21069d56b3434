import { m } from "~/i18n/messages";

const KINDS: Record<string, () => string> = {
  invitation: m.mail_kind_invitation,
  reminder: m.mail_kind_reminder,
  round: m.rounds_mail_kind,
  account: m.mail_kind_account,
  reset: m.mail_kind_reset,
  "email-current": m.mail_kind_email_current,
  "email-new": m.mail_kind_email_new,
  published: m.mail_kind_published,
  "member-check": m.mail_kind_member_check,
  preview: m.check_mail_kind_preview,
  informant: m.check_mail_kind_informant,
  passed: m.assess_pass_mail_kind,
  reopened: m.assess_reopen_mail_kind,
  clarification: m.desk_mail_kind,
};

/** What a message is, in the reader's words; a kind that is new here is called by its key. */
export const kindName = (kind: string): string => KINDS[kind]?.() ?? kind;

/** Why a message has not left: a reason of ours in the reader's words, or what the mail server answered. */
export const reasonOf = (error: string): string =>
  error === "other-secret" ? m.mail_error_other_secret() : m.mail_error({ error });

type State = "waiting" | "sent" | "failed" | "shown";

/** How a message stands, with the tone of its tag. */
export function stateOf(state: State): {
  label: string;
  tone: "progress" | "done" | "attention" | "neutral";
} {
  switch (state) {
    case "waiting":
      return { label: m.mail_state_waiting(), tone: "progress" };
    case "sent":
      return { label: m.mail_state_sent(), tone: "done" };
    case "failed":
      return { label: m.mail_state_failed(), tone: "attention" };
    case "shown":
      return { label: m.mail_state_shown(), tone: "neutral" };
  }
}
