import type { Actor } from "./actor";

/** Everything a person can ask of a company's data, from the least to the most trusted. */
export type Action =
  | "company:read"
  | "report:read-published"
  | "viewers:invite"
  | "check:answer"
  | "company:manage"
  | "assessment:manage"
  | "report:read-live"
  | "people:manage"
  | "workspace:manage"
  | "judgment:write";

/** What the action is on. A workspace-wide action has no company; an assessor's has a member. */
export type Resource = { workspaceId: string; companyId?: string; memberId?: string };

const VIEWER: Action[] = ["company:read", "report:read-published"];
const MANAGER: Action[] = [...VIEWER, "viewers:invite", "check:answer"];
const CONSULTANT: Action[] = [
  ...VIEWER,
  "viewers:invite",
  "company:manage",
  "assessment:manage",
  "report:read-live",
  "people:manage",
];

/** Done by a person in their own name, never by the installation. */
const PERSONAL: Action[] = ["judgment:write", "check:answer"];

const ALLOWED = {
  viewer: VIEWER,
  manager: MANAGER,
  consultant: CONSULTANT,
  owner: [...CONSULTANT, "workspace:manage"],
} satisfies Record<string, Action[]>;

/** Whether the actor may do the action. Says nothing of whether the object exists or its state permits it. */
export function can(actor: Actor, action: Action, resource: Resource): boolean {
  if (actor.kind === "visitor") return false;
  if (actor.kind === "system") return !PERSONAL.includes(action);
  if (actor.kind === "assessor") return action === "judgment:write" && resource.memberId === actor.memberId;
  const here = actor.memberships.filter(
    (held) =>
      held.workspaceId === resource.workspaceId &&
      (held.companyId === null || held.companyId === resource.companyId),
  );
  // Whoever measures a company cannot confirm the result in its name, whatever roles they hold besides.
  if (action === "check:answer" && here.some(({ companyId }) => companyId === null)) return false;
  return here.some(({ role }) => (ALLOWED[role] as Action[]).includes(action));
}
