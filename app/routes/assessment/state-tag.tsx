import { m } from "~/i18n/messages";
import { StatusTag, type StatusTone } from "~/ui/status-tag";
import type { AssessmentState } from "~/use-cases/assessments";

const STATES: Record<AssessmentState, { label: () => string; tone: StatusTone }> = {
  draft: { label: () => m.state_draft(), tone: "neutral" },
  open: { label: () => m.state_open(), tone: "progress" },
  closed: { label: () => m.state_closed(), tone: "attention" },
  published: { label: () => m.state_published(), tone: "done" },
  archived: { label: () => m.state_archived(), tone: "neutral" },
};

export function stateLabel(state: AssessmentState): string {
  return STATES[state].label();
}

/** Where an assessment stands. Closed asks for attention, since its result waits for publishing. */
export function StateTag({ state }: { state: AssessmentState }) {
  const { label, tone } = STATES[state];
  return <StatusTag tone={tone}>{label()}</StatusTag>;
}
