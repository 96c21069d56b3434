import { createHash } from "node:crypto";
import { desc } from "drizzle-orm";
import type { Db } from "./client";
import { auditEvent } from "./schema";

export type AuditEntry = {
  at: Date;
  workspaceId: string | null;
  actorKind: "user" | "assessor" | "system" | "visitor";
  actorId: string | null;
  action: string;
  objectKind: string;
  objectId: string;
  detail?: Record<string, unknown>;
  address: string | null;
};

/** Appends an entry to the chain. Call inside `transact`, together with what it speaks of. */
export function appendAudit(db: Db, entry: AuditEntry): void {
  const previous = db
    .select({ hash: auditEvent.hash })
    .from(auditEvent)
    .orderBy(desc(auditEvent.id))
    .limit(1)
    .get();
  const row = {
    ...entry,
    detail: JSON.stringify(entry.detail ?? {}),
    previousHash: previous?.hash ?? "",
  };
  db.insert(auditEvent)
    .values({ ...row, hash: hashEntry(row) })
    .run();
}

/** SHA-256 over the entry and the hash before it, in a fixed order of fields. */
export function hashEntry(row: Omit<typeof auditEvent.$inferSelect, "id" | "hash">): string {
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
