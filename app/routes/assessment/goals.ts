import { m } from "~/i18n/messages";
import type { PanelOptions } from "~/use-cases/assessments";

/** When a panel counts as agreed. */
export const GOALS = {
  strong: { label: () => m.consensus_strong(), about: () => m.consultant_goal_strong_hint() },
  moderate: { label: () => m.consensus_moderate(), about: () => m.consultant_goal_moderate_hint() },
} satisfies Record<PanelOptions["consensusGoal"], { label: () => string; about: () => string }>;
