import Database from "better-sqlite3";
import { expect, it, onTestFinished, vi } from "vitest";
import { openDatabase, transact } from "./client";
import { heartbeat } from "./schema";
import { type SlowQuery, watchQueries } from "./slow-queries";

/** A store with one table, and what is told of it. */
function watchedStore(threshold: number) {
  const slow: SlowQuery[] = [];
  const db = openDatabase(":memory:", { threshold, report: (query) => slow.push(query) });
  db.$client.exec("create table heartbeat (id integer primary key, at integer)");
  const firstWords = () => slow.map(({ sql }) => sql.split(" ")[0]);
  return { db, client: db.$client, slow, firstWords };
}

const at = new Date(1_234_567_890_123);

it("reports a statement that takes its time, by its text alone", () => {
  const { client, slow } = watchedStore(5);
  const count = client.prepare(
    `with recursive n(i) as (select 1 union all select i + 1 from n where i < ?) select count(*) as c from n`,
  );
  for (let size = 100_000; slow.length === 0 && size < 1e8; size *= 2) count.get(size);
  expect(slow).toHaveLength(1);
  expect(slow[0]?.sql).toContain("select count(*)");
  expect(slow[0]?.milliseconds).toBeGreaterThanOrEqual(5);
});

it("says nothing of the others", () => {
  const { db, client, slow } = watchedStore(Number.POSITIVE_INFINITY);
  expect(client.prepare("select 1 as one").get()).toEqual({ one: 1 });
  expect(transact(db, () => 7)).toBe(7);
  expect(slow).toEqual([]);
});

it("sees what goes through Drizzle, once each, and what fails", () => {
  const { db, client, slow, firstWords } = watchedStore(0);
  db.insert(heartbeat).values({ id: 1, at }).run();
  expect(db.select().from(heartbeat).all()).toEqual([{ id: 1, at }]);
  expect(firstWords()).toEqual(["insert", "select"]);
  expect(JSON.stringify(slow)).not.toContain("1234567890123");
  expect(() => client.prepare("insert into heartbeat values (1, 2)").run()).toThrow("UNIQUE");
  expect(slow).toHaveLength(3);
});

it("sees each run of a statement that was prepared before once, whatever kind of rows it gives", () => {
  const { client, slow } = watchedStore(0);
  const text = "select 7 as seven";
  expect(client.prepare(text).get()).toEqual({ seven: 7 });
  expect(client.prepare(text).raw().get()).toEqual([7]);
  expect(client.prepare(text).pluck().all()).toEqual([7]);
  expect([...client.prepare(text).iterate()]).toEqual([{ seven: 7 }]);
  expect(slow.map(({ sql }) => sql)).toEqual([text, text, text]);
});

it("sees the commit of a transaction, one for all that is within it, and none where it is undone", () => {
  const { db, client, firstWords } = watchedStore(0);
  const insert = (id: number) => db.insert(heartbeat).values({ id, at }).run();
  transact(db, () => {
    insert(1);
    transact(db, () => insert(2));
  });
  db.transaction(() => insert(3));
  expect(firstWords()).toEqual(["insert", "insert", "commit", "insert", "commit"]);
  const undone = () =>
    transact(db, () => {
      insert(4);
      throw new Error("changed my mind");
    });
  expect(undone).toThrow("changed my mind");
  expect(firstWords().slice(5)).toEqual(["insert"]);
  expect(client.prepare("select count(*) from heartbeat").pluck().get()).toBe(3);
});

it.each(["default", "deferred", "immediate", "exclusive"] as const)(
  "hands input, result and kind of a transaction through: %s",
  (kind) => {
    const { client, firstWords } = watchedStore(0);
    const add = client.transaction((a: number, b: number) => [a + b, client.inTransaction]);
    expect(add[kind](1, 2)).toEqual([3, true]);
    expect(add(3, 4)).toEqual([7, true]);
    expect(firstWords()).toEqual(["commit", "commit"]);
  },
);

it("tells how long the disk took, and not how long the work did", () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  onTestFinished(() => void vi.useRealTimers());
  const slow: SlowQuery[] = [];
  const client = new Database(":memory:");
  const transaction = client.transaction.bind(client);
  client.transaction = ((work: () => unknown) => {
    const slowly = () => {
      const done = transaction(work)();
      vi.advanceTimersByTime(40);
      return done;
    };
    return Object.assign(slowly, { deferred: slowly, immediate: slowly, exclusive: slowly });
  }) as typeof client.transaction;
  watchQueries(client, { threshold: 30, report: (query) => slow.push(query) });
  client.transaction(() => vi.advanceTimersByTime(500)).immediate();
  expect(slow).toEqual([{ sql: "commit", milliseconds: 40 }]);
});
