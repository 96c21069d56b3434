import { readMigrationFiles } from "drizzle-orm/migrator";
import type { Db } from "./client";

/** What SQLite itself finds wrong with a store; empty lists where nothing is. */
export type StoreCheck = { damage: string[]; brokenReferences: string[] };

/** Reads every page, index and reference of the store. Takes about a second for each gigabyte or two. */
export function checkStore(db: Db): StoreCheck {
  const client = db.$client;
  const said = client.prepare("pragma integrity_check(20)").pluck().all().map(String);
  const broken = client.pragma("foreign_key_check") as { table: string; parent: string }[];
  const references = broken.map(({ table, parent }) => `${table} refers to a missing ${parent}`);
  return { damage: said.filter((line) => line !== "ok"), brokenReferences: [...new Set(references)] };
}

/** How far the store's schema is: migrations it holds, those still to be run, and those this code does not know. */
export type SchemaState = { applied: number; pending: number; unknown: number };

/** Compares the migrations of a store with those in a folder. */
export function schemaState(db: Db, migrationsFolder: string): SchemaState {
  const known = new Set(readMigrationFiles({ migrationsFolder }).map(({ hash }) => hash));
  const applied = appliedMigrations(db);
  const unknown = applied.filter((hash) => !known.has(hash)).length;
  return { applied: applied.length, pending: known.size - (applied.length - unknown), unknown };
}

function appliedMigrations(db: Db): string[] {
  const journal = db.$client
    .prepare("select count(*) from sqlite_schema where name = '__drizzle_migrations'")
    .pluck()
    .get();
  if (journal === 0) return [];
  return db.$client.prepare("select hash from __drizzle_migrations order by id").pluck().all() as string[];
}

/** The tables of a store, without SQLite's own. */
export function tableNames(db: Db): string[] {
  return db.$client
    .prepare(
      "select name from sqlite_schema where type = 'table' and name not like 'sqlite\\_%' escape '\\' order by name",
    )
    .pluck()
    .all() as string[];
}

/** How many rows a table has. `table` is one of `tableNames`. */
export function countRows(db: Db, table: string): number {
  return db.$client.prepare(`select count(*) from "${table}"`).pluck().get() as number;
}

/** A file in the data directory that the store names. */
export type NamedFile = { storedName: string; sha256: string | null };

/** Every file of evidence and of companies that the store names; none where it is older than such files. */
export function namedFiles(db: Db): NamedFile[] {
  const tables = tableNames(db).filter((table) => table === "evidence" || table === "company_file");
  return tables.flatMap(
    (table) =>
      db.$client
        .prepare(
          `select stored_name as storedName, sha256 from ${table} where stored_name is not null order by stored_name`,
        )
        .all() as NamedFile[],
  );
}
