import { redirect } from "@remix-run/node";
import type { Assessment } from "#db/assessments";
import type { Scope } from "#db/scope";
import type { Actor, AssessorActor, UserActor } from "~/access/actor";
import { type Action, can, type Resource } from "~/access/policy";
import type { ScopedContext, UseCaseContext } from "~/use-cases/context";
import { resolveAssessor, resolveUser } from "~/use-cases/sessions";
import { actingContext, type RequestArgs } from "./context";
import { assessorCookie, readToken, userCookie } from "./cookies";
import { once } from "./once";

/** The context for use-cases that nobody in particular calls: reading a link, signing in. */
export function visitorContext(args: RequestArgs): UseCaseContext {
  return contextFor(args, { kind: "visitor" });
}

function contextFor<A extends Actor>(args: RequestArgs, actor: A): UseCaseContext & { actor: A } {
  return actingContext(args.context.services, actor, args.context.address);
}

/** The page that says no such thing exists; also the answer for what exists but is somebody else's. */
export function notFound(): Response {
  return new Response(null, { status: 404, statusText: "Not Found" });
}

/** Turns "no such thing" into the page that says so. */
export function orNotFound<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw notFound();
  return value;
}

export type Visit = { context: ScopedContext & { actor: UserActor }; sessionId: string };

/** The signed-in user, or null. */
export function currentUser(args: RequestArgs): Promise<Visit | null> {
  return once(args, "user", () => findUser(args));
}

async function findUser(args: RequestArgs): Promise<Visit | null> {
  const token = await readToken(userCookie(args), args.request);
  const live = token && resolveUser(args.context.services.db, token, args.context.services.clock());
  if (!live) return null;
  args.context.who = `user:${live.actor.userId}`;
  const scope = scopeOf(live.actor, live.workspaceId);
  return scope && { context: { ...contextFor(args, live.actor), scope }, sessionId: live.sessionId };
}

/**
 * What a user may reach: the chosen workspace, or else the first they hold a role in; whole for owners and
 * consultants, else the companies they were given. Null for somebody whose every role was taken away.
 */
export function scopeOf(actor: UserActor, chosen: string | null = null): Scope | null {
  const { memberships } = actor;
  const first =
    memberships.find((held) => held.workspaceId === chosen) ??
    memberships.find((held) => held.companyId === null) ??
    memberships[0];
  if (!first) return null;
  const here = memberships.filter((held) => held.workspaceId === first.workspaceId);
  const whole = here.some((held) => held.companyId === null);
  return {
    workspaceId: first.workspaceId,
    companyIds: whole ? null : here.flatMap((held) => held.companyId ?? []),
  };
}

/** The signed-in user; a visitor is sent to sign in and comes back. */
export async function requireUser(args: RequestArgs): Promise<Visit> {
  const visit = await currentUser(args);
  if (visit) return visit;
  endStream(args.request);
  const { pathname, search } = new URL(args.request.url);
  const next = args.request.method === "GET" ? `?next=${encodeURIComponent(pathname + search)}` : "";
  throw redirect(`/sign-in${next}`);
}

/** A browser that asks for an event stream cannot be led to a page: it is told that there is none. */
function endStream({ headers }: Request): void {
  if (headers.get("Accept") === "text/event-stream") throw new Response(null, { status: 204 });
}

/** The signed-in user if they may do `action` in their workspace (on a company, where one is named); else 404. */
export async function requireCan(
  args: RequestArgs,
  action: Action,
  resource: Omit<Resource, "workspaceId"> = {},
): Promise<Visit> {
  const visit = await requireUser(args);
  permit(visit, action, resource);
  return visit;
}

/** Throws 404 unless the user may do `action` on `resource` in their own workspace. */
export function permit(visit: Visit, action: Action, resource: Omit<Resource, "workspaceId"> = {}): void {
  if (!can(visit.context.actor, action, { ...resource, workspaceId: visit.context.scope.workspaceId }))
    throw notFound();
}

/** The holder of an invitation; a visitor without one is told where invitations come from. */
export function requireAssessor(args: RequestArgs) {
  return once(args, "assessor", () => findAssessor(args));
}

async function findAssessor(args: RequestArgs) {
  const token = await readToken(assessorCookie(args), args.request);
  const live = token && resolveAssessor(args.context.services.db, token, args.context.services.clock());
  if (!live) {
    endStream(args.request);
    throw redirect("/invitation");
  }
  const actor: AssessorActor = live.actor;
  args.context.who = `assessor:${actor.memberId}`;
  return { context: contextFor(args, actor), sessionId: live.sessionId };
}

/** Whether the user may see results that are not published. */
export function seesLive(visit: Visit, assessment: Pick<Assessment, "companyId">): boolean {
  const resource = { workspaceId: visit.context.scope.workspaceId, companyId: assessment.companyId };
  return can(visit.context.actor, "report:read-live", resource);
}

/** Whether the user may see who answered the member check and what they wrote; other readers see the state only. */
export function seesAnswers(visit: Visit, assessment: Pick<Assessment, "companyId">): boolean {
  return seesLive(visit, assessment) || mayAnswer(visit, assessment);
}

/** Whether the user may answer the member check in the company's name. */
export function mayAnswer(visit: Visit, { companyId }: Pick<Assessment, "companyId">): boolean {
  const { actor, scope } = visit.context;
  return can(actor, "check:answer", { workspaceId: scope.workspaceId, companyId });
}
