import { createHash } from "node:crypto";
import { asc, gt, sql } from "drizzle-orm";
import type { Db } from "./client";
import { networkOf } from "./network";
import { prepared } from "./prepared";
import { auditEvent } from "./schema";

export type AuditEvent = typeof auditEvent.$inferSelect;

export type AuditEntry = {
  at: Date;
  workspaceId: string | null;
  actorKind: "user" | "assessor" | "system" | "visitor";
  actorId: string | null;
  action: string;
  objectKind: string;
  objectId: string;
  detail?: Record<string, unknown>;
  /** Where from. Only its network is kept, since an entry can never be shortened or removed later. */
  address: string | null;
};

/** How many events are in memory at once while the log is walked. */
const AT_ONCE = 500;

const newestEvent = prepared((db) =>
  db
    .select({ hash: auditEvent.hash })
    .from(auditEvent)
    // Not by a limit: that is a value, and SQLite plans a query anew for each value it is limited by.
    .where(sql`${auditEvent.id} = (select max(last.id) from ${auditEvent} as last)`)
    .prepare(),
);

const value = sql.placeholder;
const insertion = prepared((db) =>
  db
    .insert(auditEvent)
    .values({
      at: value("at"),
      workspaceId: value("workspaceId"),
      actorKind: value("actorKind"),
      actorId: value("actorId"),
      action: value("action"),
      objectKind: value("objectKind"),
      objectId: value("objectId"),
      detail: value("detail"),
      address: value("address"),
      previousHash: value("previousHash"),
      hash: value("hash"),
    })
    .prepare(),
);

/**
 * Appends an entry to the chain. Call inside `transact`, together with what it speaks of. Entries outlive the people
 * in them, so they name everybody and everything by id, and the detail holds no personal data either.
 */
export function appendAudit(db: Db, entry: AuditEntry): void {
  const previous = newestEvent(db).get();
  const row = {
    ...entry,
    address: entry.address === null ? null : networkOf(entry.address),
    detail: JSON.stringify(entry.detail ?? {}),
    previousHash: previous?.hash ?? "",
  };
  insertion(db).run({ ...row, hash: hashEntry(row) });
}

/** SHA-256 over the entry and the hash before it, in a fixed order of fields. */
export function hashEntry(row: Omit<AuditEvent, "id" | "hash">): string {
  const fields = [
    row.previousHash,
    row.at.getTime(),
    row.workspaceId,
    row.actorKind,
    row.actorId,
    row.action,
    row.objectKind,
    row.objectId,
    row.detail,
    row.address,
  ];
  return createHash("sha256").update(JSON.stringify(fields)).digest("hex");
}

/**
 * What is wrong with the chain. changed: the row does not match its own hash. removed: the row is not there. link:
 * the row does not continue the one before it, so one of the two was replaced. unseen: nothing has the hash that
 * was noted earlier.
 */
export type AuditFault = { why: "changed" | "removed" | "link"; id: number } | { why: "unseen" };

/** `count` events were read; `head` is the hash of the last one, worth noting outside this machine. */
export type AuditVerification = { count: number; head: string; fault: AuditFault | null };

/**
 * Walks the whole chain, a few hundred rows in memory at a time, and stops at the first fault.
 *
 * What it sees: a changed, removed, inserted or reordered row, and rows cut off at the end, because SQLite remembers
 * the highest number it ever gave (`sqlite_sequence`). What it cannot see: somebody who can write the database file
 * and writes the whole rest of the chain anew, numbers included; no key protects the chain, and a key beside the file
 * would fall into the same hands. Against that helps only a head noted somewhere else: given as `seen`, the chain
 * must still contain it.
 */
export function verifyAudit(db: Db, seen?: string): AuditVerification {
  // One read transaction: a running server may append meanwhile.
  return db.$client.transaction(() => walk(db, seen))();
}

function walk(db: Db, seen: string | undefined): AuditVerification {
  let last = { id: 0, hash: "" };
  let found = seen === undefined;
  for (const row of everyEvent(db)) {
    const why = faultOf(row, last);
    const id = why === "removed" ? last.id + 1 : row.id;
    if (why) return { count: last.id, head: last.hash, fault: { why, id } };
    found ||= row.hash === seen;
    last = row;
  }
  const result = { count: last.id, head: last.hash };
  if (numbersGiven(db) > last.id) return { ...result, fault: { why: "removed", id: last.id + 1 } };
  return { ...result, fault: found ? null : { why: "unseen" } };
}

function faultOf(row: AuditEvent, last: { id: number; hash: string }) {
  if (row.id !== last.id + 1) return "removed";
  if (hashEntry(row) !== row.hash) return "changed";
  return row.previousHash === last.hash ? null : "link";
}

/** The highest id the table ever had; its rows are numbered without gaps, since none is ever deleted. */
function numbersGiven(db: Db): number {
  const row = db.get<{ seq: number } | undefined>(
    sql`select seq from sqlite_sequence where name = 'audit_event'`,
  );
  return row?.seq ?? 0;
}

function* everyEvent(db: Db): Generator<AuditEvent> {
  for (let last = 0; ; ) {
    const rows = db
      .select()
      .from(auditEvent)
      .where(gt(auditEvent.id, last))
      .orderBy(asc(auditEvent.id))
      .limit(AT_ONCE)
      .all();
    yield* rows;
    const end = rows.at(-1);
    if (!end || rows.length < AT_ONCE) return;
    last = end.id;
  }
}
