import { asc } from "drizzle-orm";
import { expect, it } from "vitest";
import { testDatabase } from "../tests/support/database";
import { CREATED } from "../tests/support/rows";
import { type AuditEntry, appendAudit, hashEntry } from "./audit";
import { auditEvent } from "./schema";

const entry = (action: string): AuditEntry => ({
  at: CREATED,
  workspaceId: null,
  actorKind: "system",
  actorId: "test",
  action,
  objectKind: "company",
  objectId: "1",
  detail: { action },
  address: null,
});

function chain(...actions: string[]) {
  const db = testDatabase();
  for (const action of actions) appendAudit(db, entry(action));
  return db.select().from(auditEvent).orderBy(asc(auditEvent.id)).all();
}

it("chains every entry to the one before", () => {
  const rows = chain("one", "two", "three");
  expect(rows.map(({ previousHash }) => previousHash)).toEqual(["", rows[0]?.hash, rows[1]?.hash]);
  expect(rows.map((row) => hashEntry(row))).toEqual(rows.map(({ hash }) => hash));
});

it("gives itself away when an entry is changed afterwards", () => {
  const [first, second] = chain("one", "two");
  expect(first && hashEntry({ ...first, detail: "{}" })).not.toBe(first?.hash);
  expect(second && hashEntry({ ...second, previousHash: "" })).not.toBe(second?.hash);
});
