import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { getTableConfig, SQLiteTable } from "drizzle-orm/sqlite-core";
import { describe, expect, it, onTestFinished } from "vitest";
import { MIGRATIONS, testDatabase } from "../tests/support/database";
import { put, temporaryFolder } from "../tests/support/temporary-folder";
import { type Db, openDatabase } from "./client";
import { MigrationError, migrate } from "./migrate";
import * as schema from "./schema";

type Column = { name: string; type: string; notnull: number; pk: number };

const tables = Object.values(schema).filter((value) => value instanceof SQLiteTable);

describe("the migrations as shipped", () => {
  it("make every table STRICT", () => {
    const client = testDatabase().$client;
    const listed = client.prepare("select name, strict from pragma_table_list where schema = 'main'").all();
    const loose = (listed as { name: string; strict: number }[])
      .filter(({ name, strict }) => !name.startsWith("sqlite_") && strict === 0)
      .map(({ name }) => name);
    expect(loose).toEqual([]);
    expect(listed.length).toBeGreaterThan(tables.length);
  });

  it.each(tables.map((table) => [getTableConfig(table).name, table] as const))(
    "give %s the columns, indexes and references of the schema",
    (name, table) => {
      const client = testDatabase().$client;
      const config = getTableConfig(table);
      const columns = client.pragma(`table_info(${name})`) as Column[];
      expect(
        columns.map(({ name: column, type, notnull }) => ({ column, type, notnull })).sort(byColumn),
      ).toEqual(
        config.columns
          .map((column) => ({
            column: column.name,
            type: column.getSQLType().toUpperCase(),
            notnull: Number(column.notNull),
          }))
          .sort(byColumn),
      );
      const indexes = client.pragma(`index_list(${name})`) as {
        name: string;
        unique: number;
        origin: string;
      }[];
      expect(
        indexes
          .filter(({ origin }) => origin === "c")
          .map((index) => index.name)
          .sort(),
      ).toEqual(config.indexes.map((index) => index.config.name).sort());
      const references = client.pragma(`foreign_key_list(${name})`) as { from: string; table: string }[];
      expect(references.map(({ from, table: to }) => `${from} -> ${to}`).sort()).toEqual(
        config.foreignKeys
          .map((key) => key.reference())
          .map(
            ({ columns: from, foreignTable }) => `${from[0]?.name} -> ${getTableConfig(foreignTable).name}`,
          )
          .sort(),
      );
    },
  );

  it("run once", () => {
    const db = testDatabase();
    expect(migrate(db, MIGRATIONS)).toBe(0);
  });
});

const FIRST = `CREATE TABLE parent (id text PRIMARY KEY NOT NULL, name text) STRICT;
--> statement-breakpoint
CREATE TABLE child (id text PRIMARY KEY NOT NULL, parent_id text NOT NULL,
  FOREIGN KEY (parent_id) REFERENCES parent(id) ON DELETE cascade) STRICT;`;

/** A table rebuild, word for word as drizzle-kit writes one. */
const REBUILD = `PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE \`__new_parent\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`name\` text NOT NULL
) STRICT;
--> statement-breakpoint
INSERT INTO \`__new_parent\`("id", "name") SELECT "id", "name" FROM \`parent\`;--> statement-breakpoint
DROP TABLE \`parent\`;--> statement-breakpoint
ALTER TABLE \`__new_parent\` RENAME TO \`parent\`;--> statement-breakpoint
PRAGMA foreign_keys=ON;`;

const BREAKING = `CREATE TABLE extra (id text PRIMARY KEY NOT NULL) STRICT;
--> statement-breakpoint
DELETE FROM parent WHERE id = 'a';`;

const FAILING = `CREATE TABLE extra (id text PRIMARY KEY NOT NULL) STRICT;
--> statement-breakpoint
INSERT INTO nowhere VALUES (1);`;

/** A folder of migrations as drizzle-kit lays it out. */
function migrations(...sources: string[]): string {
  const folder = temporaryFolder();
  const tags = sources.map((_source, index) => `000${index}_step`);
  sources.forEach((source, index) => void put(folder, `${tags[index]}.sql`, source));
  const entries = tags.map((tag, idx) => ({ idx, version: "6", when: 1000 + idx, tag, breakpoints: true }));
  put(folder, "meta/_journal.json", JSON.stringify({ version: "7", dialect: "sqlite", entries }));
  return folder;
}

/** A store in a file with the first schema and one parent with two children. */
function familyDatabase(file = join(temporaryFolder(), "selaras.db")): Db {
  const db = openDatabase(file);
  onTestFinished(() => void db.$client.close());
  migrate(db, migrations(FIRST));
  db.$client.exec("insert into parent values ('a', 'A'), ('b', 'B')");
  db.$client.exec("insert into child values ('a1', 'a'), ('a2', 'a'), ('b1', 'b')");
  return db;
}

const count = (db: Db, table: string) => db.$client.prepare(`select count(*) from ${table}`).pluck().get();
const has = (db: Db, table: string) =>
  db.$client.prepare("select count(*) from sqlite_schema where name = ?").pluck().get(table) === 1;

describe("a migration that rebuilds a table", () => {
  it("keeps the rows that refer to it, and the references themselves", () => {
    const db = familyDatabase();
    expect(migrate(db, migrations(FIRST, REBUILD))).toBe(1);
    expect(count(db, "parent")).toBe(2);
    expect(count(db, "child")).toBe(3);
    expect(() => db.$client.exec("insert into child values ('x', 'nobody')")).toThrow(/FOREIGN KEY/);
    db.$client.exec("delete from parent where id = 'a'");
    expect(count(db, "child")).toBe(1);
  });

  it("would lose them the way a migration is usually run", () => {
    const db = familyDatabase();
    db.$client.transaction(() => db.$client.exec(REBUILD.replaceAll("--> statement-breakpoint", "")))();
    expect(count(db, "child")).toBe(0);
  });
});

describe("a migration that goes wrong", () => {
  it("changes nothing when it would leave broken references", () => {
    const db = familyDatabase();
    expect(() => migrate(db, migrations(FIRST, BREAKING))).toThrow(MigrationError);
    expect(count(db, "parent")).toBe(2);
    expect(has(db, "extra")).toBe(false);
    expect(db.$client.pragma("foreign_keys", { simple: true })).toBe(1);
  });

  it("changes nothing when a statement fails, and can be run again once mended", () => {
    const db = familyDatabase();
    expect(() => migrate(db, migrations(FIRST, FAILING))).toThrow(/nowhere/);
    expect(has(db, "extra")).toBe(false);
    expect(migrate(db, migrations(FIRST, REBUILD))).toBe(1);
  });

  it("is not even tried on a store that a newer version wrote", () => {
    const db = familyDatabase();
    migrate(db, migrations(FIRST, REBUILD));
    expect(() => migrate(db, migrations(FIRST))).toThrow(/newer version/);
    expect(() => migrate(db, migrations(FIRST))).toThrow(MigrationError);
  });
});

describe("the backup before a migration", () => {
  it("holds what there was, and stays", () => {
    const folder = temporaryFolder();
    const db = familyDatabase(join(folder, "selaras.db"));
    migrate(db, migrations(FIRST, REBUILD));
    db.$client.exec("delete from parent");
    const backup = new Database(join(folder, "selaras.db.before-2"), { readonly: true });
    onTestFinished(() => void backup.close());
    expect(backup.prepare("select count(*) from child").pluck().get()).toBe(3);
    expect(
      backup.prepare("select \"notnull\" from pragma_table_info('parent') where name = 'name'").pluck().get(),
    ).toBe(0);
  });

  it("is made anew where an earlier attempt left one", () => {
    const folder = temporaryFolder();
    const db = familyDatabase(join(folder, "selaras.db"));
    put(folder, "selaras.db.before-2", "half a file");
    migrate(db, migrations(FIRST, REBUILD));
    const backup = new Database(join(folder, "selaras.db.before-2"), { readonly: true });
    onTestFinished(() => void backup.close());
    expect(backup.prepare("select count(*) from child").pluck().get()).toBe(3);
  });

  it("is not made when there was nothing yet, nor when there is nothing to do", () => {
    const folder = temporaryFolder();
    const db = familyDatabase(join(folder, "selaras.db"));
    migrate(db, migrations(FIRST));
    expect(readdirSync(folder).filter((file) => file.includes("before"))).toEqual([]);
    expect(existsSync(join(folder, "selaras.db"))).toBe(true);
  });
});

it("opens the store with the settings that keep what was acknowledged", () => {
  const db = familyDatabase();
  const pragma = (name: string) => db.$client.pragma(name, { simple: true });
  expect(pragma("journal_mode")).toBe("wal");
  expect(pragma("synchronous")).toBe(2);
  expect(pragma("foreign_keys")).toBe(1);
  expect(pragma("busy_timeout")).toBe(5000);
});

function byColumn(a: { column: string }, b: { column: string }): number {
  return a.column < b.column ? -1 : 1;
}

describe("the backups before migrations", () => {
  it("have their name only when they are whole", () => {
    const folder = temporaryFolder();
    const db = familyDatabase(join(folder, "selaras.db"));
    put(folder, "selaras.db.before-2.partial", "half a file");
    migrate(db, migrations(FIRST, REBUILD));
    expect(readdirSync(folder).filter((name) => name.includes("before"))).toEqual(["selaras.db.before-2"]);
  });

  it("are not made on a disk without room: nothing changes, and the message says so", () => {
    const folder = temporaryFolder();
    const db = familyDatabase(join(folder, "selaras.db"));
    const { prepare } = db.$client;
    db.$client.prepare = ((sql: string) => {
      if (!sql.startsWith("vacuum")) return prepare.call(db.$client, sql);
      put(folder, "selaras.db.before-2.partial", "what there was room for");
      throw Object.assign(new Error("database or disk is full"), { code: "SQLITE_FULL" });
    }) as typeof prepare;
    expect(() => migrate(db, migrations(FIRST, REBUILD))).toThrow(
      /no room for the backup.*Nothing was changed/s,
    );
    expect(readdirSync(folder).filter((name) => name.includes("before"))).toEqual([]);
    db.$client.prepare = prepare;
    expect(migrate(db, migrations(FIRST, REBUILD))).toBe(1);
  });

  it("are kept for the last three upgrades", () => {
    const folder = temporaryFolder();
    const db = familyDatabase(join(folder, "selaras.db"));
    const steps = [FIRST, ...Array.from({ length: 5 }, (_, n) => `CREATE TABLE extra${n} (id text) STRICT;`)];
    for (let count = 2; count <= steps.length; count += 1) migrate(db, migrations(...steps.slice(0, count)));
    expect(
      readdirSync(folder)
        .filter((name) => name.includes("before"))
        .sort(),
    ).toEqual(["selaras.db.before-4", "selaras.db.before-5", "selaras.db.before-6"]);
  });

  it("are named where the code is older than the store", () => {
    const folder = temporaryFolder();
    const db = familyDatabase(join(folder, "selaras.db"));
    migrate(db, migrations(FIRST, REBUILD));
    expect(() => migrate(db, migrations(FIRST))).toThrow(
      `made then is ${join(folder, "selaras.db.before-2")}`,
    );
  });

  it("are named, too, where the upgrade leapt over the version that is started now", () => {
    const folder = temporaryFolder();
    const db = familyDatabase(join(folder, "selaras.db"));
    const next = "CREATE TABLE extra (id text) STRICT;";
    migrate(db, migrations(FIRST, REBUILD, next));
    expect(() => migrate(db, migrations(FIRST, REBUILD))).toThrow(
      `made then is ${join(folder, "selaras.db.before-2")}`,
    );
  });
});
