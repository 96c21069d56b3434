import { existsSync, readdirSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { readMigrationFiles } from "drizzle-orm/migrator";
import type { Db } from "./client";
import { putInPlace } from "./durable-file";
import { StoreError } from "./store-error";
import { storeFaultOf } from "./store-fault";

export class MigrationError extends StoreError {
  override readonly name = "MigrationError";
}

/** How many of the backups made before upgrades are kept. */
const KEPT = 3;

type Applied = { hash: string; created_at: number };

const JOURNAL = `create table if not exists __drizzle_migrations
  (id integer primary key, hash text not null, created_at integer not null) strict`;

/**
 * Brings the database to the newest schema and returns how many migrations ran.
 *
 * A table rebuild drops and recreates its table. Inside a transaction `PRAGMA foreign_keys` is ignored, and the
 * drop would then delete every child row by cascade; so foreign keys are switched off on the connection before
 * the transaction, and checked as a whole before it commits. A database with content is backed up first, to
 * `<file>.before-<n>`; the newest few of these stay. Each migration is one transaction: killed half-way, the next
 * start goes on with the one that was not finished.
 *
 * @throws MigrationError when the database is newer than the code, a migration breaks a reference, or there is no
 * room for the backup.
 */
export function migrate(db: Db, migrationsFolder: string): number {
  const client = db.$client;
  const known = readMigrationFiles({ migrationsFolder });
  client.exec(JOURNAL);
  const applied = client
    .prepare("select hash, created_at from __drizzle_migrations order by id")
    .all() as Applied[];
  refuseNewer(client.name, applied, new Set(known.map((migration) => migration.hash)));
  const done = new Set(applied.map((row) => row.hash));
  const pending = known.filter((migration) => !done.has(migration.hash));
  if (pending.length === 0) return 0;
  if (applied.length > 0) backUp(db, applied.length);

  client.pragma("foreign_keys = OFF");
  try {
    for (const migration of pending) {
      client.transaction(() => applyOne(db, migration)).immediate();
    }
  } finally {
    client.pragma("foreign_keys = ON");
  }
  if (!client.memory) removeOldBackups(client.name);
  return pending.length;
}

function applyOne(db: Db, migration: { sql: string[]; hash: string; folderMillis: number }) {
  const client = db.$client;
  // Another process may have started at the same moment, and have had the lock first.
  const done = client.prepare("select 1 from __drizzle_migrations where hash = ?").get(migration.hash);
  if (done) return;
  for (const statement of migration.sql) client.exec(statement);
  const broken = client.pragma("foreign_key_check") as { table: string }[];
  if (broken.length > 0) {
    const tables = [...new Set(broken.map((row) => row.table))].join(", ");
    throw new MigrationError(
      `A migration would leave ${broken.length} broken references (${tables}); nothing was changed.`,
    );
  }
  client
    .prepare("insert into __drizzle_migrations (hash, created_at) values (?, ?)")
    .run(migration.hash, migration.folderMillis);
}

function refuseNewer(file: string, applied: Applied[], known: Set<string>) {
  const unknown = applied.filter((row) => !known.has(row.hash));
  if (unknown.length === 0) return;
  const backup = backupBefore(file, applied.length - unknown.length);
  throw new MigrationError(
    `The database ${file} holds ${unknown.length} migration(s) that this version of Selaras does not know: ` +
      "it was written by a newer version. Start that version, or go back to how it was before the upgrade: " +
      `${backup ? `the backup made then is ${backup}` : `no backup made then is at ${backupName(file, applied.length - unknown.length)}`}. ` +
      "docs/operations.md says how. Nothing was changed.",
  );
}

/** Where the store is kept as it was when it held so many migrations. */
function backupName(file: string, applied: number): string {
  return `${file}.before-${applied + 1}`;
}

/** The newest backup that a version with so many migrations can read; an upgrade may have leapt over it. */
function backupBefore(file: string, applied: number): string | undefined {
  const names = Array.from({ length: applied }, (_, less) => backupName(file, applied - less));
  return names.find((name) => existsSync(name));
}

function backUp(db: Db, applied: number) {
  const file = db.$client.name;
  if (db.$client.memory) return;
  const target = backupName(file, applied);
  // Half a backup has another name than a whole one, whenever the process ends.
  const unfinished = `${target}.partial`;
  rmSync(unfinished, { force: true });
  try {
    db.$client.prepare("vacuum into ?").run(unfinished);
    putInPlace(unfinished, target);
  } catch (error) {
    rmSync(unfinished, { force: true });
    if (storeFaultOf(error) !== "full") throw error;
    throw new MigrationError(
      `There is no room for the backup that is made before an upgrade: ${dirname(file)} needs about as much free ` +
        "space as the database is large. Nothing was changed; make room and start again.",
    );
  }
}

function removeOldBackups(file: string) {
  const folder = dirname(file);
  const beginning = `${basename(file)}.before-`;
  const numbers = readdirSync(folder)
    .filter((name) => name.startsWith(beginning) && /^\d+$/.test(name.slice(beginning.length)))
    .map((name) => Number(name.slice(beginning.length)))
    .sort((a, b) => b - a);
  for (const number of numbers.slice(KEPT)) rmSync(join(folder, beginning + number), { force: true });
}
