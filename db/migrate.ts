import { existsSync, rmSync } from "node:fs";
import { readMigrationFiles } from "drizzle-orm/migrator";
import type { Db } from "./client";

export class MigrationError extends Error {}

type Applied = { hash: string; created_at: number };

const JOURNAL = `create table if not exists __drizzle_migrations
  (id integer primary key, hash text not null, created_at integer not null) strict`;

/**
 * Brings the database to the newest schema and returns how many migrations ran.
 *
 * A table rebuild drops and recreates its table. Inside a transaction `PRAGMA foreign_keys` is ignored, and the
 * drop would then delete every child row by cascade; so foreign keys are switched off on the connection before
 * the transaction, and checked as a whole before it commits. A database with content is backed up first, to
 * `<file>.before-<n>`; the backup stays.
 *
 * @throws MigrationError when the database is newer than the code, or a migration breaks a reference.
 */
export function migrate(db: Db, migrationsFolder: string): number {
  const client = db.$client;
  const known = readMigrationFiles({ migrationsFolder });
  client.exec(JOURNAL);
  const applied = client
    .prepare("select hash, created_at from __drizzle_migrations order by id")
    .all() as Applied[];
  refuseNewer(applied, new Set(known.map((migration) => migration.hash)));
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
  return pending.length;
}

function applyOne(db: Db, migration: { sql: string[]; hash: string; folderMillis: number }) {
  const client = db.$client;
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

function refuseNewer(applied: Applied[], known: Set<string>) {
  const unknown = applied.filter((row) => !known.has(row.hash));
  if (unknown.length > 0) {
    throw new MigrationError(
      `The database holds ${unknown.length} migration(s) that this version of Selaras does not know: ` +
        "it was written by a newer version. Start that version, or restore the backup made before its upgrade.",
    );
  }
}

function backUp(db: Db, applied: number) {
  const file = db.$client.name;
  if (db.$client.memory) return;
  const target = `${file}.before-${applied + 1}`;
  // VACUUM INTO refuses to overwrite; a leftover is from an attempt that did not finish.
  if (existsSync(target)) rmSync(target);
  db.$client.prepare("vacuum into ?").run(target);
}
