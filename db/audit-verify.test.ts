import { beforeEach, describe, expect, it, test } from "vitest";
import { appendAudit, verifyAudit } from "./audit";
import { type Db, openDatabase } from "./client";
import { migrate } from "./migrate";

const AT = new Date("2026-07-01T00:00:00Z");
let db: Db;

beforeEach(() => {
  db = openDatabase(":memory:");
  migrate(db, "db/migrations");
});

function append(count: number, address: string | null = null): void {
  for (let index = 0; index < count; index++) {
    appendAudit(db, {
      at: AT,
      workspaceId: "w",
      actorKind: "user",
      actorId: "u",
      action: "company.edit",
      objectKind: "company",
      objectId: String(index),
      address,
    });
  }
}

/** What somebody does who has the file and takes the triggers away first. */
function tamper(statement: string): void {
  for (const name of ["no_update", "no_delete", "no_replace"]) {
    db.$client.exec(`drop trigger audit_event_${name}`);
  }
  db.$client.exec(statement);
}

const row = (id: number) =>
  db.$client.prepare("select * from audit_event where id = ?").get(id) as Record<string, unknown>;
const hashOf = (id: number) => String(row(id).hash);

it("is whole when empty, and when nothing was done to it, across more rows than are read at once", () => {
  expect(verifyAudit(db)).toEqual({ count: 0, head: "", fault: null });
  append(1203);
  expect(verifyAudit(db)).toEqual({ count: 1203, head: hashOf(1203), fault: null });
});

describe("the database itself", () => {
  beforeEach(() => append(3));

  test.each([
    ["update audit_event set action = 'x' where id = 2"],
    ["delete from audit_event where id = 2"],
    ["delete from audit_event"],
    ["insert or replace into audit_event select * from audit_event where id = 2"],
    [
      "replace into audit_event (at, actor_kind, action, object_kind, object_id, previous_hash, hash) " +
        "select at, actor_kind, 'x', object_kind, object_id, previous_hash, hash from audit_event where id = 2",
    ],
  ])("refuses %s", (statement) => {
    expect(() => db.$client.exec(statement)).toThrow("append-only");
    expect(verifyAudit(db)).toMatchObject({ count: 3, fault: null });
  });
});

describe("somebody who gets around that", () => {
  beforeEach(() => append(5));

  const cases: [string, string, { why: string; id: number }][] = [
    ["changes a row", "update audit_event set detail = '{\"a\":1}' where id = 3", { why: "changed", id: 3 }],
    ["changes a moment", "update audit_event set at = at + 1 where id = 5", { why: "changed", id: 5 }],
    ["takes a row away", "delete from audit_event where id = 3", { why: "removed", id: 3 }],
    ["takes the first away", "delete from audit_event where id = 1", { why: "removed", id: 1 }],
    ["cuts off the end", "delete from audit_event where id > 3", { why: "removed", id: 4 }],
    ["empties the log", "delete from audit_event", { why: "removed", id: 1 }],
    [
      "closes the gap by new numbers",
      "delete from audit_event where id = 3; update audit_event set id = id - 1 where id > 3",
      { why: "link", id: 3 },
    ],
    [
      "swaps two rows",
      "update audit_event set id = 99 where id = 2; update audit_event set id = 2 where id = 3; " +
        "update audit_event set id = 3 where id = 99",
      { why: "link", id: 2 },
    ],
  ];
  test.each(cases)("%s, and is found out", (_what, statement, fault) => {
    tamper(statement);
    expect(verifyAudit(db).fault).toEqual(fault);
  });

  it("puts a row with a right hash of its own in the place of another, and the next row gives it away", () => {
    const other = openDatabase(":memory:");
    migrate(other, "db/migrations");
    const mine = db;
    db = other;
    append(2);
    append(1, "192.0.2.1");
    const forged = row(3);
    db = mine;
    tamper("delete from audit_event where id = 3");
    const names = Object.keys(forged);
    db.$client
      .prepare(`insert into audit_event (${names}) values (${names.map((name) => `@${name}`)})`)
      .run(forged);
    expect(verifyAudit(db).fault).toEqual({ why: "link", id: 4 });
  });
});

it("finds a head that was noted earlier, and says so when the log was written anew", () => {
  append(2);
  const noted = hashOf(2);
  append(2);
  expect(verifyAudit(db, noted).fault).toBeNull();
  expect(verifyAudit(db, "0".repeat(64)).fault).toEqual({ why: "unseen" });
});

it("keeps of an address only its network", () => {
  append(1, "203.0.113.77");
  append(1, "unknown");
  expect([row(1).address, row(2).address]).toEqual(["203.0.113.0/24", null]);
  expect(verifyAudit(db).fault).toBeNull();
});
