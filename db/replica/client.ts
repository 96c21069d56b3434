import type BetterSqlite from "better-sqlite3";
import { Link, type LinkOptions } from "./link";
import { LocalReplica } from "./local";
import { kindOf, type Value } from "./sql";
import { type Ran, ReplicaStatement, type Rows } from "./statement";

/** How often the replica catches up where no request asks for it: event streams and recurring jobs look at it, too. */
const EVERY = 500;

type Mode = "immediate" | "exclusive" | "deferred";
/**
 * none: no transaction. undecided: begun, nothing done yet. reading: a snapshot of the replica. writing: on the
 * primary, where nobody else writes meanwhile.
 */
type State = "none" | "undecided" | "reading" | "writing";

/**
 * A libSQL database as better-sqlite3 shows one: reads run on this machine's replica, writes on the primary, and what
 * this connection has written it reads. Drizzle and the app's queries work over either alike.
 *
 * In a write transaction the primary's lock is held from the first moment and the replica is brought up to date, so
 * reads stay local until the transaction has written something; from then on they go to the primary, which alone
 * knows it.
 */
export class ReplicaClient {
  readonly name: string;
  readonly memory = false;
  readonly readonly = false;
  open = true;
  #link: Link;
  #local: LocalReplica;
  #state: State = "none";
  #wrote = false;
  #depth = 0;
  #release: () => void;
  #timer: NodeJS.Timeout;

  constructor(options: LinkOptions & { release: () => void }) {
    this.name = options.file;
    this.#release = options.release;
    this.#link = new Link(options);
    this.#timer = setInterval(() => void this.fresh(), EVERY);
    this.#timer.unref();
    try {
      this.#link.open();
      this.#local = new LocalReplica(options.file);
    } catch (error) {
      clearInterval(this.#timer);
      this.#link.close();
      this.#release();
      throw error;
    }
  }

  get inTransaction(): boolean {
    return this.#state !== "none";
  }

  /** See `Link.fresh`: brings the replica up to date without blocking. */
  fresh(): Promise<void> {
    return this.#state === "none" ? this.#link.fresh() : Promise.resolve();
  }

  prepare(sql: string): ReplicaStatement {
    return new ReplicaStatement(sql, {
      rows: (text, values) => this.#rows(text, values),
      run: (text, values) => this.#run(text, values),
    });
  }

  exec(sql: string): this {
    this.#write({ deed: "exec", sql });
    return this;
  }

  /** Foreign keys are the primary's business; what else SQLite can be told is settled for a replica. */
  pragma(source: string, { simple = false } = {}): unknown {
    if (/^\s*\w+\s*=/.test(source)) {
      if (/^\s*foreign_keys\b/i.test(source)) this.exec(`pragma ${source}`);
      return [];
    }
    const found = this.prepare(`pragma ${source}`);
    return simple ? found.pluck().get() : found.all();
  }

  transaction<A extends unknown[], T>(
    work: (...input: A) => T,
  ): BetterSqlite.Transaction<(...input: A) => T> {
    const as =
      (mode: Mode) =>
      (...input: A) =>
        this.#depth > 0 ? this.#nested(() => work(...input)) : this.#within(mode, () => work(...input));
    const plain = as("deferred");
    return Object.assign(plain, {
      ...{ default: plain, deferred: plain, immediate: as("immediate"), exclusive: as("exclusive") },
      database: this,
    }) as unknown as BetterSqlite.Transaction<(...input: A) => T>;
  }

  /** The connection to the primary last: then nothing else holds the file. */
  close(): this {
    if (!this.open) return this;
    this.open = false;
    clearInterval(this.#timer);
    this.#local.close();
    this.#link.close();
    this.#release();
    return this;
  }

  #within<T>(mode: Mode, work: () => T): T {
    this.#wrote = false;
    this.#depth = 1;
    try {
      if (mode === "deferred") this.#state = "undecided";
      else this.#begin();
      const result = work();
      this.#end("commit");
      return result;
    } catch (error) {
      this.#end("rollback");
      throw error;
    } finally {
      this.#state = "none";
      this.#depth = 0;
    }
  }

  #nested<T>(work: () => T): T {
    if (this.#state === "undecided") this.#begin();
    if (this.#state !== "writing") return work();
    const name = `"s${this.#depth}"`;
    this.#write({ deed: "exec", sql: `savepoint ${name}` });
    this.#depth += 1;
    try {
      const result = work();
      this.#write({ deed: "exec", sql: `release ${name}` });
      return result;
    } catch (error) {
      this.#write({ deed: "exec", sql: `rollback to ${name}; release ${name}` });
      throw error;
    } finally {
      this.#depth -= 1;
    }
  }

  #begin(): void {
    this.#link.call({ deed: "begin" });
    this.#state = "writing";
  }

  #end(how: "commit" | "rollback"): void {
    const state = this.#state;
    this.#state = "none";
    if (state === "reading") this.#local.endSnapshot();
    if (state !== "writing") return;
    if (how === "commit" && this.#wrote) this.#link.call({ deed: "commit" });
    else this.#undo();
  }

  #undo(): void {
    try {
      this.#link.call({ deed: "rollback" });
    } catch {
      // The primary undoes by itself what it does not hear the end of.
    }
  }

  #rows(sql: string, values: Value[]): Rows {
    const kind = kindOf(sql);
    if (kind === "copy") {
      this.#local.copy(sql, values);
      return { rows: [], columns: [] };
    }
    const elsewhere = kind === "write" || (this.#state === "writing" && this.#wrote);
    if (elsewhere) return withBuffers(this.#write({ deed: "rows", sql, values }));
    if (this.#state === "undecided") {
      this.#local.beginSnapshot();
      this.#state = "reading";
    }
    return this.#local.rows(sql, values);
  }

  #run(sql: string, values: Value[]): Ran {
    const kind = kindOf(sql);
    if (kind === "write") return this.#write({ deed: "run", sql, values });
    this.#rows(sql, values);
    return { changes: 0, lastInsertRowid: 0 };
  }

  #write<T>(request: { deed: string; sql: string; values?: Value[] }): T {
    if (this.#state === "reading") throw new Error("A transaction that began by reading cannot write.");
    if (this.#state === "undecided") this.#begin();
    if (this.#state === "writing") this.#wrote = true;
    return this.#link.call<T>({ ...request, alone: this.#state === "none" });
  }
}

/** What comes from another thread has lost Node's own kind of bytes. */
function withBuffers({ columns, rows }: Rows): Rows {
  const whole = (value: unknown) => (value instanceof Uint8Array ? Buffer.from(value) : value);
  return { columns, rows: rows.map((row) => row.map(whole)) };
}
