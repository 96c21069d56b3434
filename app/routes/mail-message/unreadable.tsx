import { m } from "~/i18n/messages";
import { ButtonLink } from "~/ui/button";
import { Notice } from "~/ui/notice";
import type { MailPlace } from "~/use-cases/show-mail";

/** Messages with a personal link that is made on the page of the panel. */
const FROM_PANEL = new Set(["invitation", "reminder", "round"]);
/** Messages that only their recipient can ask for. */
const FROM_RECIPIENT = new Set(["reset", "email-current", "email-new"]);

/** What to do instead, and the page where it is done. */
type Instead = { text: string; page?: { href: string; label: string } };

function insteadOf(kind: string, place: MailPlace | null): Instead | null {
  if (FROM_RECIPIENT.has(kind)) return { text: m.mail_anew_recipient() };
  if (kind === "account") {
    const text = m.mail_anew_account();
    return place ? { text, page: { href: pageOf(place), label: m.mail_anew_link() } } : { text };
  }
  if (!place) return null;
  const href = pageOf(place);
  if (FROM_PANEL.has(kind))
    return { text: m.mail_anew_panel(), page: { href: `${href}/panel`, label: m.mail_anew_link() } };
  if (kind === "informant")
    return { text: m.mail_anew_check(), page: { href: `${href}/check`, label: m.mail_anew_ask() } };
  return { text: m.mail_anew_tell(), page: { href, label: m.mail_anew_assessment() } };
}

function pageOf(place: MailPlace): string {
  if ("assessmentId" in place) return `/assessments/${place.assessmentId}`;
  return place.companyId ? `/companies/${place.companyId}/people` : "/people";
}

/** In place of the text of a message that was sealed under another secret: why it is not there, and what to do. */
export function Unreadable({ kind, place }: { kind: string; place: MailPlace | null }) {
  const instead = insteadOf(kind, place);
  return (
    <>
      <Notice tone="attention" title={m.mail_unreadable_title()}>
        <p>{m.mail_unreadable()}</p>
        {instead ? <p className="mt-3">{instead.text}</p> : null}
      </Notice>
      {instead?.page ? (
        <p>
          <ButtonLink href={instead.page.href}>{instead.page.label}</ButtonLink>
        </p>
      ) : null}
    </>
  );
}
