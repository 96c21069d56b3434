import { kindOf, parametersIn, type Value, valuesOf } from "./sql";

/** Rows as arrays, with the names of their columns. */
export type Rows = { columns: string[]; rows: unknown[][] };
export type Ran = { changes: number; lastInsertRowid: number };

/** Runs statements wherever they belong. */
export type Runner = {
  rows(sql: string, values: Value[]): Rows;
  run(sql: string, values: Value[]): Ran;
};

/** The part of better-sqlite3's `Statement` that the app and its libraries use, over a replica and its primary. */
export class ReplicaStatement {
  readonly source: string;
  #runner: Runner;
  #raw = false;
  #pluck = false;

  constructor(source: string, runner: Runner) {
    this.source = source;
    this.#runner = runner;
  }

  get readonly(): boolean {
    return kindOf(this.source) === "read";
  }

  get reader(): boolean {
    return this.readonly || /\breturning\b/i.test(this.source);
  }

  raw(on = true): this {
    this.#raw = on;
    return this;
  }

  pluck(on = true): this {
    this.#pluck = on;
    return this;
  }

  run(...given: unknown[]): Ran {
    return this.#runner.run(this.source, this.#values(given));
  }

  get(...given: unknown[]): unknown {
    // All rows are read also where one is wanted: a statement left half-way would hold on to an old snapshot.
    return this.#read(given)[0];
  }

  all(...given: unknown[]): unknown[] {
    return this.#read(given);
  }

  iterate(...given: unknown[]): IterableIterator<unknown> {
    return this.all(...given)[Symbol.iterator]();
  }

  #read(given: unknown[]): unknown[] {
    const { columns, rows } = this.#runner.rows(this.source, this.#values(given));
    if (this.#pluck) return rows.map((row) => row[0]);
    if (this.#raw) return rows;
    return rows.map((row) => Object.fromEntries(columns.map((name, index) => [name, row[index]])));
  }

  #values(given: unknown[]): Value[] {
    const values = valuesOf(given);
    const wanted = parametersIn(this.source);
    if (wanted === null)
      throw new TypeError("Over libSQL, values are bound in order, not by name or number.");
    if (values.length !== wanted) {
      throw new RangeError(`The statement takes ${wanted} values, and was given ${values.length}.`);
    }
    return values;
  }
}
