import Database from "better-sqlite3";
import { type BetterSQLite3Database, drizzle } from "drizzle-orm/better-sqlite3";
import { losePatience, PATIENCE, regainPatience, withLock } from "./patience";
import * as schema from "./schema";
import { type Watch, watchQueries } from "./slow-queries";
import { cacheStatements } from "./statement-cache";

export type Db = BetterSQLite3Database<typeof schema> & { $client: Database.Database };

/**
 * Opens the database file (or ":memory:") with the settings the store relies on: write-ahead log,
 * a commit that has reached the disk before it is acknowledged, foreign keys, and a wait of five
 * seconds for a lock. Brings no schema: see `migrate`. `watch` is told of what takes long.
 */
export function openDatabase(file: string, watch?: Watch): Db {
  const client = new Database(file);
  client.pragma("journal_mode = WAL");
  client.pragma("synchronous = FULL");
  client.pragma("foreign_keys = ON");
  client.pragma(`busy_timeout = ${PATIENCE}`);
  if (watch) watchQueries(client, watch);
  cacheStatements(client);
  return drizzle(client, { schema });
}

/** Runs `work` as one transaction that takes the write lock at once, so that it cannot fail half-way on a lock. */
export function transact<T>(db: Db, work: (tx: Db) => T): T {
  // better-sqlite3 transactions are synchronous and share the one connection, so `db` itself is inside it.
  try {
    const result = immediately(db, work);
    regainPatience(db.$client);
    return result;
  } catch (error) {
    losePatience(db.$client, error);
    throw error;
  }
}

/** The same without waiting for a lock: where somebody else holds it, the error of the kind "busy" comes at once. */
export function transactNow<T>(db: Db, work: (tx: Db) => T): T {
  const result = immediately(db, work, 0);
  regainPatience(db.$client);
  return result;
}

function immediately<T>(db: Db, work: (tx: Db) => T, patience?: number): T {
  const client = db.$client;
  // Inside another transaction the lock is held; a replica takes it on its primary.
  if (client.inTransaction || !(client instanceof Database))
    return client.transaction(() => work(db)).immediate();
  const write = (begun: () => void) =>
    client
      .transaction(() => {
        begun();
        return work(db);
      })
      .immediate();
  return withLock(client, write, patience);
}
