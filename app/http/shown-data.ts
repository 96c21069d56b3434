import { slot } from "./page-template";

/** Texts of one answer alone, by the property they stand in: see `ownTexts`. */
export type OwnTexts = ReadonlyMap<string, string>;

/**
 * Writes data down, so that equal texts stand for data that a page shows alike, with slots in place of the page's own
 * texts. (`v8.serialize` writes the same data now this way, now that.) Null for what is not made of plain values and
 * dates, such as a promise.
 */
export function writtenDown(data: unknown, own: OwnTexts): string | null {
  const parts: string[] = [];
  return write(data, "", { parts, own }) ? parts.join("") : null;
}

type Writing = { parts: string[]; own: OwnTexts };

function write(value: unknown, property: string, writing: Writing): boolean {
  const { parts } = writing;
  switch (typeof value) {
    case "string":
      // With its length before it, a text needs no marks around it, and none within it has to be found.
      parts.push(isOwn(value, property, writing.own) ? `slot ${property},` : `${value.length}:${value}`);
      return true;
    case "number":
      parts.push(Object.is(value, -0) ? "-0," : `n${value},`);
      return true;
    case "boolean":
    case "undefined":
      parts.push(`${value},`);
      return true;
    case "object":
      return writeObject(value, writing);
    default:
      return false;
  }
}

function writeObject(value: object | null, writing: Writing): boolean {
  const { parts } = writing;
  if (value === null) return parts.push("null,") > 0;
  if (value instanceof Date) return parts.push(`date ${value.getTime()},`) > 0;
  if (Array.isArray(value)) {
    parts.push(`[${value.length},`);
    return value.every((part) => write(part, "", writing));
  }
  if (!isPlain(value)) return false;
  const entries = Object.entries(value);
  parts.push(`{${entries.length},`);
  return entries.every(([key, part]) => {
    parts.push(`${key.length}:${key}`);
    return write(part, key, writing);
  });
}

/** The same data, with a slot for every text that is one of the page's own. */
export function inSlots(value: unknown, own: OwnTexts, property = ""): unknown {
  if (typeof value === "string") return isOwn(value, property, own) ? slot(property) : value;
  if (Array.isArray(value)) return value.map((part) => inSlots(part, own));
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, inSlots(part, own, key)]));
}

/** An empty text is none: whether there is one may decide what the page shows. */
const isOwn = (text: string, property: string, own: OwnTexts) => text !== "" && own.get(property) === text;

function isPlain(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
