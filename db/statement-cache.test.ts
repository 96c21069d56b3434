import Database from "better-sqlite3";
import { expect, it } from "vitest";
import { cacheStatements } from "./statement-cache";

/** A store with two notes, whose `prepare` is cached; `compiled` lists what SQLite itself was given. */
function store(most?: number) {
  const client = new Database(":memory:");
  client.exec(
    "create table note (id integer primary key, text); insert into note (text) values ('a'), ('b')",
  );
  const compiled: string[] = [];
  const prepare = client.prepare.bind(client);
  client.prepare = ((text: string) => {
    compiled.push(text);
    return prepare(text);
  }) as typeof client.prepare;
  cacheStatements(client, most);
  return { client, compiled };
}

const ALL = "select id, text from note order by id";
const ONE = "select text from note where id = ?";

it("compiles a text once, however often it is asked for", () => {
  const { client, compiled } = store();
  for (const id of [1, 2, 1]) client.prepare(ONE).get(id);
  expect(compiled).toEqual([ONE]);
  expect(client.prepare(ONE).get(2)).toEqual({ text: "b" });
});

it("gives each holder its own kind of rows, in whatever order they ask", () => {
  const { client } = store();
  const objects = client.prepare(ALL);
  const arrays = client.prepare(ALL).raw();
  const firsts = client.prepare(ALL).pluck();
  const byTable = client.prepare(ALL).expand();
  for (let turn = 0; turn < 2; turn++) {
    expect(arrays.all()).toEqual([
      [1, "a"],
      [2, "b"],
    ]);
    expect(objects.get()).toEqual({ id: 1, text: "a" });
    expect(firsts.all()).toEqual([1, 2]);
    expect(objects.all()).toHaveLength(2);
    expect(byTable.get()).toEqual({ note: { id: 1, text: "a" } });
    expect(arrays.raw(false).get()).toEqual({ id: 1, text: "a" });
    arrays.raw();
  }
});

it("walks rows on a statement of their own, while the same text is asked anew", () => {
  const { client } = store();
  const seen: unknown[] = [];
  for (const row of client.prepare(ALL).raw().iterate()) {
    seen.push(row, client.prepare(ALL).all().length);
  }
  expect(seen).toEqual([[1, "a"], 2, [2, "b"], 2]);
});

it("keeps bound values and big integers away from other holders", () => {
  const { client } = store();
  const bound = client.prepare(ONE).bind(1);
  expect(bound.get()).toEqual({ text: "a" });
  expect(client.prepare(ALL).safeIntegers().get()).toEqual({ id: 1n, text: "a" });
  expect(client.prepare(ONE).get(2)).toEqual({ text: "b" });
  expect(client.prepare(ALL).get()).toEqual({ id: 1, text: "a" });
});

it("forgets what was not used for longest beyond its limit", () => {
  const { client, compiled } = store(2);
  const texts = ["select 1", "select 2", "select 1", "select 3", "select 1", "select 2"];
  for (const text of texts) client.prepare(text).get();
  expect(compiled).toEqual(["select 1", "select 2", "select 3", "select 2"]);
});

it("runs writes, and sees a table that has changed since", () => {
  const { client } = store();
  const insert = "insert into note (text) values (?)";
  expect(client.prepare(insert).run("c").lastInsertRowid).toBe(3);
  expect(client.prepare(insert).run("d").changes).toBe(1);
  const everything = "select * from note where id = 1";
  expect(client.prepare(everything).raw().get()).toEqual([1, "a"]);
  client.exec("alter table note add column more default 'x'");
  expect(client.prepare(everything).raw().get()).toEqual([1, "a", "x"]);
  expect(client.prepare(everything).get()).toEqual({ id: 1, text: "a", more: "x" });
});
