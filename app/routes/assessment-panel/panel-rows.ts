import type { readPanel } from "~/use-cases/panel";

type Member = ReturnType<typeof readPanel>[number];

/** What the panel's table shows of a member. */
export type PanelRow = Pick<
  Member,
  "id" | "name" | "email" | "perspective" | "weight" | "invitedAt" | "submittedAt"
>;

export function panelRow({ id, name, email, perspective, weight, invitedAt, submittedAt }: Member): PanelRow {
  return { id, name, email, perspective, weight, invitedAt, submittedAt };
}
