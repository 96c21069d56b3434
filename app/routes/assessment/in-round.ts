import type { OverviewMember } from "~/use-cases/assessment-overview";

/** The members who have something to hand in in the round that is going on, and have not declined. */
export function inRound(members: OverviewMember[]): OverviewMember[] {
  return members.filter(({ stage }) => stage !== "not-asked" && stage !== "declined");
}
