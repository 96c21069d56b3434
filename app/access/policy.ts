import type { Actor } from "./actor";

/** Everything a person can ask of a company's data, from the least to the most trusted. */
export type Action =
  | "company:read"
  | "report:read-published"
  | "company:manage"
  | "assessment:manage"
  | "report:read-live"
  | "people:manage"
  | "workspace:manage"
  | "judgment:write";

/** What the action is on. A workspace-wide action has no company; an assessor's has a member. */
export type Resource = { workspaceId: string; companyId?: string; memberId?: string };

const VIEWER: Action[] = ["company:read", "report:read-published"];
const CONSULTANT: Action[] = [
  ...VIEWER,
  "company:manage",
  "assessment:manage",
  "report:read-live",
  "people:manage",
];

const ALLOWED = {
  viewer: VIEWER,
  manager: VIEWER,
  consultant: CONSULTANT,
  owner: [...CONSULTANT, "workspace:manage"],
} satisfies Record<string, Action[]>;

/** Whether the actor may do the action. Says nothing of whether the object exists or its state permits it. */
export function can(actor: Actor, action: Action, resource: Resource): boolean {
  if (actor.kind === "visitor") return false;
  if (actor.kind === "system") return action !== "judgment:write";
  if (actor.kind === "assessor") return action === "judgment:write" && resource.memberId === actor.memberId;
  return actor.memberships.some(
    (held) =>
      held.workspaceId === resource.workspaceId &&
      (held.companyId === null || held.companyId === resource.companyId) &&
      (ALLOWED[held.role] as Action[]).includes(action),
  );
}
