import { m } from "~/i18n/messages";
import { StatusTag, type StatusTone } from "~/ui/status-tag";
import type { MemberStage } from "~/use-cases/assessment-overview";

const STAGES: Record<MemberStage, { label: () => string; tone: StatusTone }> = {
  declined: { label: () => m.panel_stage_declined(), tone: "attention" },
  "not-asked": { label: () => m.rounds_stage_not_asked(), tone: "neutral" },
  uninvited: { label: () => m.consultant_stage_uninvited(), tone: "attention" },
  invited: { label: () => m.consultant_stage_invited(), tone: "neutral" },
  opened: { label: () => m.consultant_stage_opened(), tone: "neutral" },
  started: { label: () => m.consultant_stage_started(), tone: "progress" },
  submitted: { label: () => m.consultant_stage_submitted(), tone: "done" },
};

/** How far a member is; of somebody who declined, with the reason they gave. */
export function StageTag({ stage, reason }: { stage: MemberStage; reason: string }) {
  const { label, tone } = STAGES[stage];
  return (
    <>
      <StatusTag tone={tone}>{label()}</StatusTag>
      {stage === "declined" ? (
        <span className="mt-1 block max-w-64 text-sm wrap-anywhere whitespace-pre-line text-ink-muted">
          {reason === "" ? m.panel_decline_no_reason() : m.panel_decline_why({ reason })}
        </span>
      ) : null}
    </>
  );
}
