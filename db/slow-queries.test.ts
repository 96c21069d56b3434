import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { expect, it } from "vitest";
import { heartbeat } from "./schema";
import { type SlowQuery, watchQueries } from "./slow-queries";

function watchedClient(threshold: number) {
  const client = new Database(":memory:");
  client.exec("create table heartbeat (id integer primary key, at integer)");
  const slow: SlowQuery[] = [];
  watchQueries(client, threshold, (query) => slow.push(query));
  return { client, slow };
}

it("reports a statement that takes its time, by its text alone", () => {
  const { client, slow } = watchedClient(5);
  const count = client.prepare(
    `with recursive n(i) as (select 1 union all select i + 1 from n where i < ?) select count(*) as c from n`,
  );
  for (let size = 100_000; slow.length === 0 && size < 1e8; size *= 2) count.get(size);
  expect(slow).toHaveLength(1);
  expect(slow[0]?.sql).toContain("select count(*)");
  expect(slow[0]?.milliseconds).toBeGreaterThanOrEqual(5);
});

it("says nothing of the others", () => {
  const { client, slow } = watchedClient(Number.POSITIVE_INFINITY);
  expect(client.prepare("select 1 as one").get()).toEqual({ one: 1 });
  expect(slow).toEqual([]);
});

it("sees what goes through Drizzle, once each, and what fails", () => {
  const { client, slow } = watchedClient(0);
  const db = drizzle(client);
  const at = new Date(1_234_567_890_123);
  db.insert(heartbeat).values({ id: 1, at }).run();
  expect(db.select().from(heartbeat).all()).toEqual([{ id: 1, at }]);
  expect(slow.map(({ sql }) => sql.split(" ")[0])).toEqual(["insert", "select"]);
  expect(JSON.stringify(slow)).not.toContain("1234567890123");
  expect(() => client.prepare("insert into heartbeat values (1, 2)").run()).toThrow("UNIQUE");
  expect(slow).toHaveLength(3);
});
