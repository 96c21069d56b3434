import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase, transact } from "#db/client";
import { migrate } from "#db/migrate";
import { freshen, openReplica } from "#db/replica/open";
import { StoreError } from "#db/store-error";
import { MIGRATIONS } from "../support/database";
import { type LibsqlServer, startLibsqlServer } from "../support/libsql-server";
import { inRepository } from "../support/root";

const worker = pathToFileURL(inRepository("db/replica/worker.mjs"));
let primary: LibsqlServer;
let folder: string;
let db: ReturnType<typeof openReplica>;
let other: ReturnType<typeof openReplica>;

beforeAll(async () => {
  primary = await startLibsqlServer();
  folder = mkdtempSync(join(tmpdir(), "selaras-replica-"));
  // The second one in the same directory: another process of the same machine takes another file.
  [db, other] = [
    openReplica({ folder, url: primary.url, worker }),
    openReplica({ folder, url: primary.url, worker }),
  ];
  db.$client.exec(`create table item (id integer primary key, word text not null unique check (length(word) < 20),
    bytes blob, parent integer references item (id)) strict`);
  await freshen(other);
});
afterAll(async () => {
  for (const one of [db, other]) one?.$client.close();
  await primary?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const add = (word: unknown, bytes: unknown = null) =>
  db.$client.prepare("insert into item (word, bytes) values (?, ?) returning id").pluck().get(word, bytes);
const words = (beginning: string, of = db) =>
  of.$client.prepare("select word from item where word like ? || '%' order by word").pluck().all(beginning);

describe("a replica as better-sqlite3 shows a database", () => {
  it("gives rows as objects, arrays and first columns, bytes as buffers, and numbers as they are", () => {
    const at = 1_750_000_000_123;
    db.$client
      .prepare("insert into item (id, word, bytes) values (?, ?, ?)")
      .run(at, "rows", Buffer.from([0, 255]));
    const select = () => db.$client.prepare("select id, word, bytes from item where id = ?");
    const row = { id: at, word: "rows", bytes: Buffer.from([0, 255]) };
    expect(select().get(at)).toEqual(row);
    expect(select().all([at])).toEqual([row]);
    expect([...select().iterate(at)]).toEqual([row]);
    expect(select().raw().get(at)).toEqual(Object.values(row));
    expect(select().pluck().get(at)).toBe(at);
    expect(select().get(1)).toBeUndefined();
  });

  it("is watched like one: reading here, writing there, and the wait for a commit", () => {
    const slow: string[] = [];
    const watch = { threshold: 0, report: ({ sql }: { sql: string }) => slow.push(sql.split(" ")[0] ?? "") };
    const watched = openReplica({ folder, url: primary.url, worker, watch });
    transact(watched, () => {
      watched.$client.prepare("select word from item where id = ?").get(1);
      watched.$client.prepare("insert into item (word) values (?)").run("watched");
    });
    watched.$client.close();
    expect(slow).toEqual(["select", "insert", "commit"]);
  });

  it("tells what a write did", () => {
    const ran = db.$client.prepare("insert into item (id, word) values (77, 'ran')").run();
    expect(ran).toMatchObject({ changes: 1, lastInsertRowid: 77 });
    expect(db.$client.prepare("update item set bytes = null where word = 'nobody'").run().changes).toBe(0);
  });

  it.each([
    ["insert into item (word) values ('ran')", "SQLITE_CONSTRAINT_UNIQUE"],
    ["insert into item (word) values ('much too long for this column')", "SQLITE_CONSTRAINT_CHECK"],
    ["insert into item (word) values (null)", "SQLITE_CONSTRAINT_NOTNULL"],
    ["insert into item (word, parent) values ('orphan', 123456)", "SQLITE_CONSTRAINT_FOREIGNKEY"],
    [
      "insert into item (word, id) values ('typed', 'no number')",
      "SQLITE_MISMATCH|SQLITE_CONSTRAINT_DATATYPE|SQLITE_ERROR",
    ],
  ])("refuses %s as SQLite does", (sql, code) => {
    let refused: unknown;
    try {
      db.$client.prepare(sql).run();
    } catch (error) {
      refused = error;
    }
    expect(refused).toMatchObject({ code: expect.stringMatching(new RegExp(`^(${code})$`)) });
  });

  it("refuses what would end the process", () => {
    expect(() => add(true)).toThrow(TypeError);
    expect(() => db.$client.prepare("select ?").get()).toThrow(RangeError);
    expect(() => db.$client.prepare("select :name").get({ name: 1 })).toThrow(TypeError);
  });
});

describe("transactions", () => {
  it("see what they have written, and others only what was committed", () => {
    transact(db, () => {
      expect(words("t1")).toEqual([]);
      add("t1-a", Buffer.from("x"));
      expect(words("t1")).toEqual(["t1-a"]);
      expect(words("t1", other)).toEqual([]);
    });
    expect(words("t1")).toEqual(["t1-a"]);
  });

  it("undo everything when they fail, and an inner one undoes its own part", () => {
    const fail = () => {
      throw new Error("on purpose");
    };
    expect(() => transact(db, () => [add("t2-a"), fail()])).toThrow("on purpose");
    expect(words("t2")).toEqual([]);
    transact(db, () => {
      add("t2-b");
      expect(() => transact(db, () => [add("t2-c"), fail()])).toThrow("on purpose");
      add("t2-d");
    });
    expect(words("t2")).toEqual(["t2-b", "t2-d"]);
  });

  it("of two machines follow each other, and the later one knows what the earlier one wrote", () => {
    const next = (of: typeof db) =>
      transact(of, () => {
        const last = of.$client.prepare("select count(*) from item where word like 't3%'").pluck().get();
        of.$client.prepare("insert into item (word) values (?)").run(`t3-${last}`);
      });
    for (let turn = 0; turn < 4; turn++) next(turn % 2 ? db : other);
    next(db);
    expect(words("t3")).toEqual(["t3-0", "t3-1", "t3-2", "t3-3", "t3-4"]);
  });

  it("that only read keep to one moment", () => {
    const seen = db.$client.transaction(() => {
      const before = words("t4");
      other.$client.prepare("insert into item (word) values ('t4-a')").run();
      return [before, words("t4")];
    })();
    expect(seen).toEqual([[], []]);
  });
});

it("keeps each process to a replica of its own", () => {
  expect([db.$client.name, other.$client.name]).toEqual([
    join(folder, "replica.db"),
    join(folder, "replica-2.db"),
  ]);
});

it("can be copied to a file that any SQLite reads", () => {
  const copy = join(folder, "copy.db");
  db.$client.prepare("vacuum into ?").run(copy);
  expect(existsSync(copy)).toBe(true);
  const plain = openDatabase(copy);
  const count = "select count(*) from item";
  expect(plain.$client.prepare(count).get()).toEqual(db.$client.prepare(count).get());
  plain.$client.close();
});

it("takes the whole schema of the app", () => {
  expect(migrate(db, MIGRATIONS)).toBeGreaterThan(0);
  expect(migrate(db, MIGRATIONS)).toBe(0);
  expect(db.$client.pragma("foreign_key_check")).toEqual([]);
});

it("does not start without its server, and says so", () => {
  expect(() => openReplica({ folder, url: "http://127.0.0.1:9", worker })).toThrow(StoreError);
});
