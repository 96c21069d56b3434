import { formatMoment } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { ButtonLink } from "~/ui/button";

export type MemberAnswersProps = {
  /** The member's page. */
  page: string;
  open: boolean;
  member: { name: string; judged: number; asked: number; submittedAt: Date | null };
};

/** How far the member is, and what the consultant can do about it. */
export function MemberAnswers({ page, open, member }: MemberAnswersProps) {
  const { name, judged, asked, submittedAt } = member;
  return (
    <section className="mt-14 grid max-w-measure gap-3 border-t border-line pt-6">
      <h2 className="text-xl">{m.consultant_member_answers()}</h2>
      <p>
        {submittedAt
          ? m.consultant_member_answers_submitted({ date: formatMoment(submittedAt) })
          : m.consultant_member_answers_none({ judged, asked })}
      </p>
      {open && submittedAt ? (
        <p className="text-ink-muted">{m.consultant_reopen_member_about({ name })}</p>
      ) : null}
      {open ? (
        <div className="mt-1 flex flex-wrap gap-3">
          {submittedAt ? (
            <ButtonLink href={`${page}/reopen`} variant="secondary">
              {m.consultant_reopen_member()}
            </ButtonLink>
          ) : (
            <ButtonLink href={`${page}/paper`} variant="secondary">
              {m.paper_enter()}
            </ButtonLink>
          )}
        </div>
      ) : null}
    </section>
  );
}

export type PassedLine = { fn: string; from: string | null; to: string | null; own: boolean };

/** Functions that moved between this member and colleagues. */
export function PassedOn({ lines }: { lines: PassedLine[] }) {
  if (lines.length === 0) return null;
  return (
    <section className="mt-14 grid max-w-measure gap-3 border-t border-line pt-6">
      <h2 className="text-xl">{m.consultant_asked_passed_title()}</h2>
      <ul className="grid list-disc gap-1 ps-5 marker:text-ink-muted">
        {lines.map(({ fn, from, to, own }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a log, never reordered
          <li key={index}>
            {own
              ? m.consultant_asked_passed_to({ fn, name: to ?? m.consultant_asked_somebody() })
              : m.consultant_asked_passed_from({ fn, name: from ?? m.consultant_asked_somebody() })}
          </li>
        ))}
      </ul>
    </section>
  );
}
