import { describe, expect, it } from "vitest";
import type { Actor, UserActor } from "./actor";
import { type Action, can, type Resource } from "./policy";

const ACTIONS: Action[] = [
  "company:read",
  "report:read-published",
  "viewers:invite",
  "check:answer",
  "company:manage",
  "assessment:manage",
  "report:read-live",
  "people:manage",
  "workspace:manage",
  "judgment:write",
];

type Held = UserActor["memberships"][number];

const user = (...memberships: Held[]): Actor => ({
  kind: "user",
  userId: "u",
  name: "U",
  email: "u@example.com",
  memberships,
});
const holding = (role: Held["role"], companyId: string | null = null, workspaceId = "ours") =>
  user({ role, companyId, workspaceId });
const allowed = (actor: Actor, resource: Resource) =>
  ACTIONS.filter((action) => can(actor, action, resource));

const READS: Action[] = ["company:read", "report:read-published"];
const ANSWERS: Action[] = [...READS, "viewers:invite", "check:answer"];
const CONSULTS: Action[] = [
  ...READS,
  "viewers:invite",
  "company:manage",
  "assessment:manage",
  "report:read-live",
  "people:manage",
];

describe("in a workspace, on a company of it", () => {
  it.each<[string, Actor, Action[]]>([
    ["an owner", holding("owner"), [...CONSULTS, "workspace:manage"]],
    ["a consultant", holding("consultant"), CONSULTS],
    ["a manager of the company", holding("manager", "acme"), ANSWERS],
    ["a manager of another company", holding("manager", "other"), []],
    ["a manager of a company of the same id elsewhere", holding("manager", "acme", "theirs"), []],
    ["a viewer of the company", holding("viewer", "acme"), READS],
    ["a viewer of another company", holding("viewer", "other"), []],
    ["a consultant of another workspace", holding("consultant", null, "theirs"), []],
    ["an owner of another workspace", holding("owner", null, "theirs"), []],
    ["somebody without any role", user(), []],
    ["a visitor", { kind: "visitor" }, []],
    ["an assessor", { kind: "assessor", memberId: "m", assessmentId: "a" }, []],
    [
      "the installation itself",
      { kind: "system", name: "start" },
      ACTIONS.filter((action) => action !== "judgment:write" && action !== "check:answer"),
    ],
  ])("%s may do what the role says and nothing else", (_who, actor, expected) => {
    expect(allowed(actor, { workspaceId: "ours", companyId: "acme" })).toEqual(expected);
  });
});

describe("on the workspace as a whole", () => {
  it("roles over one company give nothing", () => {
    expect(allowed(holding("viewer", "acme"), { workspaceId: "ours" })).toEqual([]);
    expect(allowed(holding("manager", "acme"), { workspaceId: "ours" })).toEqual([]);
  });

  it("only an owner manages it", () => {
    expect(can(holding("owner"), "workspace:manage", { workspaceId: "ours" })).toBe(true);
    expect(can(holding("consultant"), "workspace:manage", { workspaceId: "ours" })).toBe(false);
  });
});

describe("in the company's name", () => {
  it("answers only its manager, never somebody who measured it", () => {
    const acme = { workspaceId: "ours", companyId: "acme" };
    for (const role of ["owner", "consultant"] as const) {
      expect(can(holding(role), "check:answer", acme)).toBe(false);
    }
    expect(can(holding("viewer", "acme"), "check:answer", acme)).toBe(false);
    expect(can(holding("manager", "acme"), "check:answer", acme)).toBe(true);
    const both = user(
      { role: "manager", companyId: "acme", workspaceId: "ours" },
      { role: "consultant", companyId: null, workspaceId: "ours" },
    );
    expect(can(both, "check:answer", acme)).toBe(false);
    const elsewhere = user(
      { role: "manager", companyId: "acme", workspaceId: "ours" },
      { role: "consultant", companyId: null, workspaceId: "theirs" },
    );
    expect(can(elsewhere, "check:answer", acme)).toBe(true);
  });
});

it("adds up the roles somebody holds, each in its own place", () => {
  const actor = user(
    { role: "viewer", companyId: "acme", workspaceId: "ours" },
    { role: "consultant", companyId: null, workspaceId: "theirs" },
  );
  expect(allowed(actor, { workspaceId: "ours", companyId: "acme" })).toEqual(READS);
  expect(allowed(actor, { workspaceId: "ours", companyId: "other" })).toEqual([]);
  expect(allowed(actor, { workspaceId: "theirs", companyId: "any" })).toEqual(CONSULTS);
});

it("lets only the assessor write a judgment, and only their own", () => {
  const assessor: Actor = { kind: "assessor", memberId: "m", assessmentId: "a" };
  expect(allowed(assessor, { workspaceId: "ours", memberId: "m" })).toEqual(["judgment:write"]);
  expect(allowed(assessor, { workspaceId: "ours", memberId: "other" })).toEqual([]);
  expect(can(holding("owner"), "judgment:write", { workspaceId: "ours", memberId: "m" })).toBe(false);
});
