import type { OverviewMember } from "~/use-cases/assessment-overview";

/** The members who have something to hand in in the round that is going on. */
export function inRound(members: OverviewMember[]): OverviewMember[] {
  return members.filter(({ stage }) => stage !== "not-asked");
}
