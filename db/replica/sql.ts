/** What a statement does, as far as it decides where it runs. */
export type Kind = "read" | "write" | "copy" | "pragma";

const FIRST_WORD = /^(?:\s|--[^\n]*\n|\/\*.*?\*\/)*(\w+)/s;

/** A `with` may lead to either; one that names a writing word anywhere counts as writing, which is never wrong. */
export function kindOf(sql: string): Kind {
  const word = FIRST_WORD.exec(sql)?.[1]?.toLowerCase() ?? "";
  switch (word) {
    case "select":
    case "values":
    case "explain":
      return "read";
    case "with":
      return /\b(insert|update|delete|replace)\b/i.test(sql) ? "write" : "read";
    case "vacuum":
      return "copy";
    case "pragma":
      return "pragma";
    default:
      return "write";
  }
}

/** A value as SQLite stores it. */
export type Value = null | number | bigint | string | Uint8Array;

/**
 * The values of `run(a, b)` or `run([a, b])`. libSQL ends the whole process on a value it does not know, so that
 * others are refused here.
 * @throws TypeError for a value that SQLite cannot store, and for values by name
 */
export function valuesOf(given: unknown[]): Value[] {
  return given.flat().map((value) => {
    if (value === null || value === undefined) return null;
    if (typeof value === "number" || typeof value === "bigint" || typeof value === "string") return value;
    if (value instanceof Uint8Array) return value;
    throw new TypeError("SQLite can only bind numbers, strings, bigints, buffers and null, in order.");
  });
}

/** How many values a statement with plain question marks takes; null where it has other parameters. */
export function parametersIn(sql: string): number | null {
  const bare = sql.replace(/'(?:[^']|'')*'|"(?:[^"]|"")*"|`[^`]*`|--[^\n]*|\/\*.*?\*\//gs, "");
  if (/[:@$]\w|\?\d/.test(bare)) return null;
  return bare.split("?").length - 1;
}
