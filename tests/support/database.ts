import { type Db, openDatabase } from "#db/client";
import { migrate } from "#db/migrate";
import { inRepository } from "./root";

export const MIGRATIONS = inRepository("db/migrations");

/** A store in memory with the newest schema and nothing in it. */
export function testDatabase(): Db {
  const db = openDatabase(":memory:");
  migrate(db, MIGRATIONS);
  return db;
}
