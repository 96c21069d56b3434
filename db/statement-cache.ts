import type { Database, Statement } from "better-sqlite3";

/** More than the app has different statements; what was not used for longest goes first. */
const MOST = 400;

/** How a statement gives its rows: as objects, as arrays, or as their first column. */
type Mode = "object" | "raw" | "pluck" | "expand";

/** A statement that SQLite has compiled, and how it was last asked to give its rows. */
type Shared = { statement: Statement; mode: Mode };

/**
 * Lets `client.prepare` compile each text once: better-sqlite3 keeps nothing by itself, and Drizzle prepares a statement
 * for every query. Whoever prepares gets a face of their own, so that nobody's `raw()` changes the rows of another.
 */
export function cacheStatements(client: Database, most = MOST): void {
  const prepare = client.prepare.bind(client);
  const known = new Map<string, Shared>();
  client.prepare = ((text: string) => {
    const found = known.get(text);
    const shared = found ?? { statement: prepare(text), mode: "object" as const };
    // A Map keeps the order of insertion: what is used comes to its end.
    if (found) known.delete(text);
    known.set(text, shared);
    const [oldest] = known.keys();
    if (known.size > most && oldest !== undefined) known.delete(oldest);
    return new Face(shared, () => prepare(text));
  }) as unknown as typeof client.prepare;
}

/** One holder's view of a shared statement; the part of better-sqlite3's `Statement` that runs it. */
class Face {
  #mode: Mode = "object";
  #shared: Shared;
  #prepareAlone: () => Statement;

  constructor(shared: Shared, prepareAlone: () => Statement) {
    this.#shared = shared;
    this.#prepareAlone = prepareAlone;
  }

  run(...values: unknown[]) {
    return this.#shared.statement.run(...values);
  }

  get(...values: unknown[]) {
    return this.#ready().get(...values);
  }

  all(...values: unknown[]) {
    return this.#ready().all(...values);
  }

  /** A statement that is being walked is busy, and one with values bound keeps them: neither can be shared. */
  iterate(...values: unknown[]) {
    return this.#alone().iterate(...values);
  }

  bind(...values: unknown[]) {
    return this.#alone().bind(...values);
  }

  safeIntegers(on = true) {
    return this.#alone().safeIntegers(on);
  }

  raw(on = true): this {
    return this.#switch("raw", on);
  }

  pluck(on = true): this {
    return this.#switch("pluck", on);
  }

  expand(on = true): this {
    return this.#switch("expand", on);
  }

  columns() {
    return this.#shared.statement.columns();
  }

  get reader(): boolean {
    return this.#shared.statement.reader;
  }

  get readonly(): boolean {
    return this.#shared.statement.readonly;
  }

  get source(): string {
    return this.#shared.statement.source;
  }

  get database(): Database {
    return this.#shared.statement.database;
  }

  #switch(mode: Exclude<Mode, "object">, on: boolean): this {
    if (on) this.#mode = mode;
    else if (this.#mode === mode) this.#mode = "object";
    return this;
  }

  #ready(): Statement {
    const { statement, mode } = this.#shared;
    if (mode !== this.#mode) {
      // Each of the three ends the others; leaving the last one leads back to objects.
      if (this.#mode !== "object") statement[this.#mode](true);
      else if (mode !== "object") statement[mode](false);
      this.#shared.mode = this.#mode;
    }
    return statement;
  }

  #alone(): Statement {
    const statement = this.#prepareAlone();
    return this.#mode === "object" ? statement : statement[this.#mode](true);
  }
}
