import type { Database, Statement, Transaction } from "better-sqlite3";

/** A statement that took long: its text without the values it was given, and how long in milliseconds. */
export type SlowQuery = { sql: string; milliseconds: number };

/** Who is told of which statements: `report` of all that take `threshold` milliseconds or more. */
export type Watch = { threshold: number; report: (query: SlowQuery) => void };

/** Letters of a statement that are told: a list of a thousand ids says no more than its beginning. */
const MOST = 2000;

/** How the end of a transaction is told. */
const COMMIT = "commit";

const KINDS = ["deferred", "immediate", "exclusive"] as const;
const DEEDS = ["run", "get", "all"] as const;

type Watchable = Pick<Database, "prepare" | "transaction" | "inTransaction">;

/**
 * Watches every statement of this connection, and the commit of every transaction. A statement is made ready
 * for that when it is prepared: what keeps prepared ones (`cacheStatements`) belongs above this, so that it is once.
 */
export function watchQueries(client: Watchable, watch: Watch): void {
  const prepare = client.prepare.bind(client);
  client.prepare = ((sql: string) => watched(prepare(sql) as Statement, watch)) as Database["prepare"];
  watchCommits(client, watch);
}

function watched(statement: Statement, { threshold, report }: Watch): Statement {
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
  return statement;
}

type Deed = (...input: unknown[]) => unknown;

/**
 * better-sqlite3 commits by a statement of its own, which nobody else sees: what passes between the end of the work and
 * that of the transaction is the wait for the disk, or, over a replica, for the primary.
 */
function watchCommits(client: Watchable, { threshold, report }: Watch): void {
  const transaction = client.transaction.bind(client) as (work: Deed) => Transaction<Deed>;
  client.transaction = ((work: Deed) => {
    let worked: number | null = null;
    const whole = transaction((...given) => {
      const done = work(...given);
      worked = performance.now();
      return done;
    });
    const timed =
      (run: Deed): Deed =>
      (...input) => {
        worked = null;
        try {
          return run(...input);
        } finally {
          // A transaction inside another one commits nothing.
          const milliseconds = worked === null ? 0 : Math.round(performance.now() - worked);
          if (worked !== null && milliseconds >= threshold && !client.inTransaction)
            report({ sql: COMMIT, milliseconds });
        }
      };
    const plain = timed(whole) as Transaction<Deed>;
    plain.default = plain;
    for (const kind of KINDS) plain[kind] = timed(whole[kind]);
    return plain;
  }) as unknown as Database["transaction"];
}
