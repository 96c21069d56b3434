import type { readPanel } from "~/use-cases/panel";

type Member = ReturnType<typeof readPanel>[number];

/** What the panel's table shows of a member. */
export type PanelRow = Pick<
  Member,
  "id" | "name" | "email" | "perspective" | "weight" | "functions" | "asked" | "invitedAt" | "submittedAt"
>;

export function panelRow(member: Member): PanelRow {
  const { id, name, email, perspective, weight, functions, asked, invitedAt, submittedAt } = member;
  return { id, name, email, perspective, weight, functions, asked, invitedAt, submittedAt };
}
