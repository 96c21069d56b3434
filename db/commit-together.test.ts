import { AsyncLocalStorage } from "node:async_hooks";
import { readFileSync } from "node:fs";
import { setImmediate as nextTurn } from "node:timers/promises";
import Database from "better-sqlite3";
import { expect, it, onTestFinished } from "vitest";
import { temporaryFolder } from "../tests/support/temporary-folder";
import { type Db, openDatabase, transact } from "./client";
import { commitTogether } from "./commit-together";
import { losePatience } from "./patience";

/** A store with notes and remarks on them, somebody else's connection to it, and a way to write and to read. */
function aStore() {
  const file = `${temporaryFolder()}/store.db`;
  const db = openDatabase(file);
  const other = new Database(file, { timeout: 0 });
  onTestFinished(() => void [db.$client.close(), other.close()]);
  db.$client.exec(`create table note (id integer primary key, text);
    create table remark (note integer references note (id) deferrable initially deferred)`);
  db.$client.pragma("wal_checkpoint(truncate)");
  const add = (text: string) => () => db.$client.prepare("insert into note (text) values (?)").run(text);
  const stored = () => other.prepare("select text from note order by id").pluck().all();
  return { db, other, add, stored, commits: () => commitsIn(`${file}-wal`) };
}

/** How many commits a write-ahead log holds: the last page of each names the size of the store after it. */
function commitsIn(log: string): number {
  const bytes = readFileSync(log);
  const frame = 24 + bytes.readUInt32BE(8);
  let commits = 0;
  for (let at = 32; at + frame <= bytes.length; at += frame) if (bytes.readUInt32BE(at + 4) > 0) commits += 1;
  return commits;
}

const refused = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: Error) => error.message,
  );

function fail(): never {
  throw new Error("refused");
}

it("writes in one commit what is asked for at the same time, in the order of asking", async () => {
  const { db, add, stored, commits } = aStore();
  const works = ["one", "two", "three"].map((text) =>
    commitTogether(db, () => Number(add(text)().lastInsertRowid)),
  );
  expect(stored()).toEqual([]);
  expect(await Promise.all(works)).toEqual([1, 2, 3]);
  expect(stored()).toEqual(["one", "two", "three"]);
  expect(commits()).toBe(1);
});

it("undoes and rejects a work that throws alone, and lets each see what those before it have written", async () => {
  const { db, add, commits, stored } = aStore();
  const count = () => db.$client.prepare("select count(*) from note").pluck().get();
  const first = commitTogether(db, add("kept"));
  const broken = commitTogether(db, () => {
    transact(db, add("undone"));
    return fail();
  });
  const last = commitTogether(db, count);
  expect(await refused(broken)).toBe("refused");
  expect([(await first).changes, await last]).toEqual([1, 1]);
  expect([stored(), commits()]).toEqual([["kept"], 1]);
});

it("rejects everybody when the commit fails, and takes what comes after", async () => {
  const { db, add, stored } = aStore();
  const orphan = () => db.$client.exec("insert into remark values (99)");
  const works = [commitTogether(db, add("lost")), commitTogether(db, orphan)];
  expect(await Promise.all(works.map(refused))).toEqual([
    expect.stringContaining("FOREIGN KEY"),
    expect.stringContaining("FOREIGN KEY"),
  ]);
  expect(stored()).toEqual([]);
  await commitTogether(db, add("again"));
  expect(stored()).toEqual(["again"]);
});

it("rejects everybody when there is no room left for one of them", async () => {
  const { db, add, stored } = aStore();
  db.$client.pragma(`max_page_count = ${db.$client.pragma("page_count", { simple: true })}`);
  const works = [add("short"), add("x".repeat(20_000)), add("short")];
  const said = await Promise.all(works.map((work) => refused(commitTogether(db, work))));
  expect(said).toEqual(works.map(() => "database or disk is full"));
  db.$client.pragma("max_page_count = 1000000");
  await Promise.all(works.map((work) => commitTogether(db, work)));
  expect(stored()).toHaveLength(3);
});

it("waits for the lock of another process without holding up its own", async () => {
  const { db, other, add, stored, commits } = aStore();
  other.exec("begin immediate");
  const works = [commitTogether(db, add("one"))];
  for (let turn = 0; turn < 20; turn++) await nextTurn();
  works.push(commitTogether(db, add("two")));
  other.exec("rollback");
  await Promise.all(works);
  expect([stored(), commits()]).toEqual([["one", "two"], 1]);
});

it("gives up when the lock does not become free, and takes what comes after", async () => {
  const { db, other, add, stored } = aStore();
  losePatience(db.$client, new Database.SqliteError("database is locked", "SQLITE_BUSY"));
  other.exec("begin immediate");
  expect(await refused(commitTogether(db, add("lost")))).toBe("database is locked");
  other.exec("rollback");
  await commitTogether(db, add("kept"));
  expect(stored()).toEqual(["kept"]);
});

it("runs each work in the surroundings of whoever asked for it", async () => {
  const { db } = aStore();
  const language = new AsyncLocalStorage<string>();
  const asked = ["id", "en"].map((locale) =>
    language.run(locale, () => commitTogether(db, () => language.getStore())),
  );
  expect(await Promise.all(asked)).toEqual(["id", "en"]);
});

it("holds the lock for so many at most, and forgets none of the others", async () => {
  const { db, add, stored, commits } = aStore();
  const texts = Array.from({ length: 70 }, (_, index) => `note ${index}`);
  await Promise.all(texts.map((text) => commitTogether(db, add(text))));
  expect([stored(), commits()]).toEqual([texts, 3]);
});

it("goes straight to the primary over a replica", async () => {
  const done: string[] = [];
  const transaction = (work: () => unknown) => ({
    immediate() {
      done.push("begin");
      return work();
    },
  });
  const replica = { $client: { inTransaction: false, transaction } } as unknown as Db;
  const work = () => void done.push("work");
  const both = [commitTogether(replica, work), commitTogether(replica, work)];
  await Promise.all(both);
  expect(done).toEqual(["begin", "work", "begin", "work"]);
  expect(await refused(commitTogether(replica, fail))).toBe("refused");
});
