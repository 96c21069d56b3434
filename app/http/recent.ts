/** Values by their keys, as many as there is room for in bytes; what was not asked for longest goes first. */
export class Recent<Value> {
  #values = new Map<string, Value>();
  #size = 0;
  #room: number;
  #sizeOf: (value: Value) => number;

  constructor(room: number, sizeOf: (value: Value) => number) {
    this.#room = room;
    this.#sizeOf = sizeOf;
  }

  get(key: string): Value | undefined {
    const value = this.#values.get(key);
    if (value === undefined) return undefined;
    // A Map keeps the order of insertion: what is asked for comes to its end.
    this.#values.delete(key);
    this.#values.set(key, value);
    return value;
  }

  /** Keeps a value, also one that there is no room for, until the next one is kept. */
  set(key: string, value: Value): void {
    this.#drop(key);
    this.#values.set(key, value);
    this.#size += this.#sizeOf(value);
    for (const oldest of this.#values.keys()) {
      if (this.#size <= this.#room || oldest === key) break;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    const value = this.#values.get(key);
    if (value !== undefined) this.#size -= this.#sizeOf(value);
    this.#values.delete(key);
  }
}
