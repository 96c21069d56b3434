import { type MemberStage, stageOf } from "~/use-cases/assessment-overview";
import { isToRemind, type PanelProgress } from "~/use-cases/panel";

/** What the panel's table shows of a member. */
export type PanelRow = Pick<
  PanelProgress,
  | "id"
  | "name"
  | "email"
  | "perspective"
  | "weight"
  | "weightReason"
  | "functions"
  | "invitedAt"
  | "declineReason"
  | "replacesName"
> & {
  stage: MemberStage;
  toRemind: boolean;
};

export function panelRow(member: PanelProgress): PanelRow {
  const { id, name, email, perspective, weight, weightReason, functions } = member;
  const { invitedAt, declineReason, replacesName } = member;
  return {
    ...{ id, name, email, perspective, weight, weightReason, functions },
    ...{ invitedAt, declineReason, replacesName },
    ...{ stage: stageOf(member), toRemind: isToRemind(member) },
  };
}
