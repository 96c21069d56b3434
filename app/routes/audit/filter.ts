import type { AuditActor, AuditFilter } from "~/use-cases/audit-log";

/** What a form or an address says of the filter, as text. */
export type FilterText = { action: string; person: string };

const PERSON = /^(user|assessor):([0-9a-f-]{1,64})$/;

/**
 * The filter in an address. `person` is "user:<id>", "assessor:<id>", or a kind of actor alone; anything else, and
 * any number that is none, counts as not given.
 */
export function readFilter(url: string): AuditFilter & { before?: number; text: FilterText } {
  const search = new URL(url).searchParams;
  const action = readAction(search.get("action"));
  const actor = readActor(search.get("person") ?? "");
  const before = search.get("before") ?? "";
  return {
    action,
    actor,
    before: /^\d{1,15}$/.test(before) ? Number(before) : undefined,
    text: { action: action ?? "", person: actor ? writeActor(actor) : "" },
  };
}

function readAction(text: string | null): string | undefined {
  return text && /^[a-z0-9.-]{1,64}$/.test(text) ? text : undefined;
}

function readActor(text: string): AuditActor | undefined {
  if (text === "assessor" || text === "system" || text === "visitor") return { kind: text, id: null };
  const [, kind, id] = PERSON.exec(text) ?? [];
  return id ? { kind: kind === "user" ? "user" : "assessor", id } : undefined;
}

export function writeActor({ kind, id }: AuditActor): string {
  return id === null ? kind : `${kind}:${id}`;
}

/** The address of a page of the log. */
export function auditHref(text: FilterText, before?: number | null, path = "/audit"): string {
  const search = new URLSearchParams(Object.entries(text).filter(([, value]) => value !== ""));
  if (before) search.set("before", String(before));
  return search.size > 0 ? `${path}?${search}` : path;
}
