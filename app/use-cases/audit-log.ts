import { stringify } from "csv-stringify/sync";
import { type AuditEvent, type AuditVerification, verifyAudit } from "#db/audit";
import {
  type AuditActor,
  type AuditFilter,
  type AuditNames,
  auditNames,
  listAudit,
  listWorkspaceUsers,
} from "#db/audit-log";
import type { ScopedContext, UseCaseContext } from "./context";

export type { AuditActor, AuditFilter, AuditVerification };

/** How many events a page shows, and how many lines of an export are in memory at once. */
const PAGE = 50;
const AT_ONCE = 500;

/** An id with the name that it has now; null where the thing is gone or has no name of its own. */
export type Named<Kind extends string = string> = { kind: Kind; id: string | null; name: string | null };

/** One event for reading: who did what to which object, when, from which network. */
export type AuditLine = {
  id: number;
  at: Date;
  actor: Named<AuditEvent["actorKind"]>;
  action: string;
  object: Named;
  detail: Record<string, unknown>;
  network: string | null;
  hash: string;
};

/**
 * A page of the workspace's log, newest first; `older` is the id to give as `before` for the next page, null on the
 * last. Events without a workspace, such as signing in, are shown for the people who have a role in it now.
 */
export function readAuditLog(
  context: ScopedContext,
  filter: AuditFilter & { before?: number },
): { lines: AuditLine[]; older: number | null } {
  const { workspaceId } = context.scope;
  const events = listAudit(context.db, workspaceId, { ...filter, limit: PAGE + 1 });
  const lines = toLines(context, events.slice(0, PAGE));
  return { lines, older: events.length > PAGE ? (lines.at(-1)?.id ?? null) : null };
}

/** The people with a role in the workspace, for choosing whose events to read. */
export function readAuditPeople(context: ScopedContext): { id: string; name: string }[] {
  return listWorkspaceUsers(context.db, context.scope.workspaceId);
}

const COLUMNS = [
  ...["id", "at", "actor_kind", "actor_id", "actor_name", "action"],
  ...["object_kind", "object_id", "object_name", "detail", "network", "hash"],
];

/**
 * The same events as CSV, newest first, in pieces of a few hundred lines: moments in ISO 8601 (UTC), and text that a
 * spreadsheet would run as a formula with an apostrophe before it.
 */
export function* exportAuditLog(context: ScopedContext, filter: AuditFilter): Generator<string> {
  yield stringify([COLUMNS]);
  for (let before: number | undefined; ; ) {
    const page = { ...filter, before, limit: AT_ONCE };
    const events = listAudit(context.db, context.scope.workspaceId, page);
    yield stringify(toLines(context, events).map(toCells), { escape_formulas: true });
    if (events.length < AT_ONCE) return;
    before = events.at(-1)?.id;
  }
}

function toCells({ id, at, actor, action, object, detail, network, hash }: AuditLine): string[] {
  return [
    ...[String(id), at.toISOString(), actor.kind, actor.id ?? "", actor.name ?? "", action],
    ...[object.kind, object.id ?? "", object.name ?? "", JSON.stringify(detail), network ?? "", hash],
  ];
}

/** Whether the log of the whole installation is as it was written; see `verifyAudit` for what that can show. */
export function verifyAuditLog(context: UseCaseContext, seen?: string): AuditVerification {
  return verifyAudit(context.db, seen);
}

function toLines(context: ScopedContext, events: AuditEvent[]): AuditLine[] {
  const names = auditNames(context.db, context.scope.workspaceId, events);
  return events.map((event) => ({
    id: event.id,
    at: event.at,
    actor: { kind: event.actorKind, id: event.actorId, name: nameOfActor(names, event) },
    action: event.action,
    object: {
      kind: event.objectKind,
      id: event.objectId,
      name: isNamed(event.objectKind) ? (names[event.objectKind].get(event.objectId) ?? null) : null,
    },
    detail: readDetail(event.detail),
    network: event.address,
    hash: event.hash,
  }));
}

/** A log that somebody has tampered with must still be readable. */
export function readDetail(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return { text };
  }
}

function nameOfActor(names: AuditNames, { actorKind, actorId }: AuditEvent): string | null {
  if (actorId === null) return null;
  if (actorKind === "user") return names.user.get(actorId) ?? null;
  return actorKind === "assessor" ? (names["panel-member"].get(actorId) ?? null) : null;
}

function isNamed(kind: string): kind is keyof AuditNames {
  return kind === "user" || kind === "company" || kind === "assessment" || kind === "panel-member";
}
