import type { ReactNode } from "react";
import { formatDate } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { ButtonLink } from "~/ui/button";
import { Link } from "~/ui/link";
import type { OpenCheck } from "~/use-cases/answer-check";
import type { TimelineEntry } from "~/use-cases/timeline";

/** What to do next, set apart: one line of what, one of why, and the button. */
export function NextStepCard({
  title,
  children,
  action,
}: Record<"title" | "children" | "action", ReactNode>) {
  return (
    <section className="grid gap-2 rounded-xl border border-line bg-surface p-5 shadow-raised">
      <h2 className="text-sm font-semibold text-accent">{m.consultant_next_step()}</h2>
      <p className="text-lg leading-snug font-bold">{title}</p>
      <div className="text-ink-muted">{children}</div>
      <div className="mt-2 flex flex-wrap gap-x-4 gap-y-2">{action}</div>
    </section>
  );
}

/** The next step with a company: finish what runs, else begin again. `entries` are oldest first, at least one. */
export function CompanyNextStep({ companyId, entries }: { companyId: string; entries: TimelineEntry[] }) {
  const running = entries.findLast(
    ({ state }) => state === "draft" || state === "open" || state === "closed",
  );
  if (!running) {
    return (
      <NextStepCard
        title={m.consultant_next_again()}
        action={
          <>
            <ButtonLink href={`/assessments/${entries.at(-1)?.id}/repeat`}>{m.waves_repeat()}</ButtonLink>
            <Link
              href={`/companies/${companyId}/assessments/new`}
              className="link self-center py-2 font-semibold"
            >
              {m.waves_new_instead()}
            </Link>
          </>
        }
      >
        {m.waves_next_about()}
      </NextStepCard>
    );
  }
  const { title, about, label } = words(running);
  return (
    <NextStepCard title={title} action={<ButtonLink href={`/assessments/${running.id}`}>{label}</ButtonLink>}>
      {about}
    </NextStepCard>
  );
}

/** The next step of one of the company's managers. */
export function CheckNextStep({ check }: { check: OpenCheck }) {
  const { assessmentId, title, kind, left, total } = check;
  const preview = kind === "preview";
  return (
    <NextStepCard
      title={m.check_next_title({ title })}
      action={<ButtonLink href={`/assessments/${assessmentId}/check`}>{m.check_answer_action()}</ButtonLink>}
    >
      {m.check_next_about({ left, total })}
      {preview ? ` ${m.check_preview_notice()}.` : null}
    </NextStepCard>
  );
}

function words({ title, state, panel, deadline, summary }: TimelineEntry) {
  if (state === "draft") {
    return {
      title: m.consultant_next_draft({ title }),
      about: m.consultant_next_draft_about({ count: panel.members }),
      label: m.consultant_next_draft_action(),
    };
  }
  if (state === "closed" && !summary?.typical) {
    return {
      title: m.consultant_next_too_few({ title }),
      about: m.consultant_typical_missing(),
      label: m.consultant_next_too_few_action(),
    };
  }
  if (state === "closed") {
    return {
      title: m.consultant_next_publish({ title }),
      about: m.consultant_next_publish_about(),
      label: m.consultant_next_publish_action(),
    };
  }
  const until = deadline ? ` ${m.consultant_deadline_is({ date: formatDate(deadline) })}` : "";
  return {
    title: m.consultant_next_wait({ title }),
    about: m.consultant_submitted_of(panel) + until,
    label: m.consultant_next_wait_action(),
  };
}
