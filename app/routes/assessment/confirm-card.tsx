import { m } from "~/i18n/messages";
import { ButtonLink } from "~/ui/button";
import type { OverviewMember } from "~/use-cases/assessment-overview";
import { inRound } from "./in-round";
import { IntentButton } from "./step-actions";

/** The changes that are asked about before they are made. */
export const ASKED = ["close", "withdraw", "archive"] as const;
export type Asked = (typeof ASKED)[number];

type ConfirmCardProps = { id: string; asked: Asked; members: OverviewMember[] };

/** Asks once, in the place of the next step, and says what happens and what is kept. */
export function ConfirmCard({ id, asked, members }: ConfirmCardProps) {
  const { title, about, label } = words(asked, members);
  return (
    <section className="grid gap-2 rounded-xl border-2 border-attention-line bg-surface p-5">
      <h2 className="text-lg leading-snug font-bold">{title}</h2>
      {about.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <div className="mt-2 flex flex-wrap gap-2">
        <IntentButton id={id} intent={asked} confirmed>
          {label}
        </IntentButton>
        <ButtonLink href={`/assessments/${id}`} variant="quiet">
          {m.consultant_cancel()}
        </ButtonLink>
      </div>
    </section>
  );
}

function words(asked: Asked, members: OverviewMember[]) {
  if (asked === "withdraw") {
    return {
      title: m.consultant_withdraw_ask(),
      about: [m.consultant_withdraw_about()],
      label: m.consultant_withdraw(),
    };
  }
  if (asked === "archive") {
    return {
      title: m.consultant_archive_ask(),
      about: [m.consultant_archive_about()],
      label: m.consultant_archive(),
    };
  }
  const asking = inRound(members);
  const count = asking.filter(({ stage }) => stage !== "submitted").length;
  return {
    title:
      count > 0 ? m.consultant_close_ask({ count, members: asking.length }) : m.consultant_close_ask_all(),
    about: [...(count > 0 ? [m.consultant_close_saved_count()] : []), m.consultant_close_about()],
    label: m.consultant_close(),
  };
}
