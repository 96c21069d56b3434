import type { Db } from "./client";

/**
 * A query that Drizzle builds once for each store, for what every request asks: building its text takes several times
 * as long as SQLite takes to answer. Values come as placeholders.
 */
export function prepared<Query>(build: (db: Db) => Query): (db: Db) => Query {
  const built = new WeakMap<Db, Query>();
  return (db) => {
    const known = built.get(db) ?? build(db);
    built.set(db, known);
    return known;
  };
}
