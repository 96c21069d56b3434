import { createRequire } from "node:module";
import type Libsql from "libsql";
import { translate } from "./errors";
import type { Value } from "./sql";
import type { Rows } from "./statement";

/** More than the app has different statements. */
const MOST = 400;

/** The replica's file, read in the app's own thread. The connection to the primary writes to it meanwhile. */
export class LocalReplica {
  #database: Libsql.Database;
  #prepared = new Map<string, Libsql.Statement>();

  constructor(file: string) {
    // libSQL's own code is loaded only where it is used.
    const Database: typeof Libsql = createRequire(import.meta.url)("libsql");
    this.#database = new Database(file);
    this.#database.pragma("query_only = 1");
  }

  rows(sql: string, values: Value[]): Rows {
    try {
      const statement = this.#prepared.get(sql) ?? this.#database.prepare(sql).raw();
      if (this.#prepared.size >= MOST) this.#prepared.clear();
      this.#prepared.set(sql, statement);
      const rows = statement.all(values) as unknown[][];
      return { rows, columns: statement.columns().map(({ name }) => name) };
    } catch (error) {
      throw translate(error as Error);
    }
  }

  /** Keeps to what is there now, until `endSnapshot`. */
  beginSnapshot(): void {
    this.#database.exec("begin");
  }

  endSnapshot(): void {
    this.#database.exec("commit");
  }

  /** A copy of the store is made from the replica: it is the one whole file that this machine can read. */
  copy(sql: string, values: Value[]): void {
    this.#database.pragma("query_only = 0");
    try {
      this.#database.prepare(sql).run(values);
    } finally {
      this.#database.pragma("query_only = 1");
    }
  }

  close(): void {
    this.#database.close();
  }
}
