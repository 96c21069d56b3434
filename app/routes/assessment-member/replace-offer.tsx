import { formatMoment } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { ButtonLink } from "~/ui/button";

type ReplaceOfferProps = {
  /** The member's page. */
  page: string;
  member: { name: string; declinedAt: Date | null; declineReason: string };
};

/** The way to put somebody else in the member's place; of who declined, when and why. */
export function ReplaceOffer({ page, member }: ReplaceOfferProps) {
  const { name, declinedAt, declineReason } = member;
  return (
    <section className="mt-14 grid max-w-measure gap-3 border-t border-line pt-6">
      <h2 className="text-xl">{m.panel_replace_section()}</h2>
      {declinedAt ? (
        <p className="wrap-anywhere whitespace-pre-line">
          {m.panel_member_declined({ name, date: formatMoment(declinedAt) })}{" "}
          {declineReason === "" ? null : m.panel_decline_why({ reason: declineReason })}
        </p>
      ) : (
        <p className="text-ink-muted">{m.panel_replace_section_about({ name })}</p>
      )}
      <div className="mt-1">
        <ButtonLink href={`${page}/replace`} variant="secondary">
          {m.panel_replace_one({ name })}
        </ButtonLink>
      </div>
    </section>
  );
}
