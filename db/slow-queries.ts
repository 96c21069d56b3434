import type { Database, Statement } from "better-sqlite3";

/** A statement that took long: its text without the values it was given, and how long in milliseconds. */
export type SlowQuery = { sql: string; milliseconds: number };

/** Letters of a statement that are told: a list of a thousand ids says no more than its beginning. */
const MOST = 2000;

const DEEDS = ["run", "get", "all"] as const;

/** Tells `report` of every statement of this connection that takes `threshold` milliseconds or more. */
export function watchQueries(
  client: Pick<Database, "prepare">,
  threshold: number,
  report: (query: SlowQuery) => void,
): void {
  const prepare = client.prepare.bind(client);
  // A connection may hand out the same statement more than once.
  const watched = new WeakSet<Statement>();
  client.prepare = ((sql: string) => {
    const statement = prepare(sql) as Statement;
    if (!watched.has(statement)) {
      watched.add(statement);
      watch(statement, threshold, report);
    }
    return statement;
  }) as Database["prepare"];
}

function watch(statement: Statement, threshold: number, report: (query: SlowQuery) => void): void {
  for (const deed of DEEDS) {
    const work = statement[deed].bind(statement) as (...values: unknown[]) => unknown;
    statement[deed] = ((...values: unknown[]) => {
      const started = performance.now();
      try {
        return work(...values);
      } finally {
        const milliseconds = Math.round(performance.now() - started);
        if (milliseconds >= threshold) report({ sql: statement.source.slice(0, MOST), milliseconds });
      }
    }) as never;
  }
}
