import { closeSync, openSync, readSync, statSync } from "node:fs";
import Database from "better-sqlite3";
import { StoreError } from "./store-error";

/** Above this many bytes only the beginning of a database is looked at: reading all of it would delay each start. */
const READ_WHOLE = 256 * 1024 ** 2;
/** How every SQLite file begins. */
const MAGIC = "SQLite format 3\0";

const WHAT_NOW =
  "Selaras has changed nothing and does not start. Keep the file. Restore the newest backup into an empty " +
  "directory: DATA_DIR=<empty directory> npm run selaras -- restore <backup.tar.gz>; then start with that " +
  "DATA_DIR. docs/operations.md says where backups are and what else can be tried.";

/**
 * Looks at a database file without writing to it, before anything else opens it. One that is missing or empty is fine:
 * it is about to be made.
 * @throws StoreError where it is damaged, no database at all, or may not be read.
 */
export function requireSoundStore(file: string): void {
  const found = look(file);
  if (found.size === 0) return;
  if (found.beginning !== MAGIC) {
    throw new StoreError(`${file} is not an SQLite database. ${WHAT_NOW}`);
  }
  const damage = damageOf(file, found.size);
  if (damage) throw new StoreError(`The database ${file} is damaged: ${damage}. ${WHAT_NOW}`);
}

function look(file: string): { size: number; beginning: string } {
  try {
    const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    return { size, beginning: size === 0 ? "" : beginningOf(file) };
  } catch (error) {
    throw new StoreError(
      `The database ${file} cannot be read: ${messageOf(error)}. Give the user who runs Selaras the right to ` +
        "read and write it and the directory it is in; Selaras has changed nothing.",
    );
  }
}

function beginningOf(file: string): string {
  const handle = openSync(file, "r+");
  try {
    const bytes = Buffer.alloc(MAGIC.length);
    readSync(handle, bytes, 0, bytes.length, 0);
    return bytes.toString("latin1");
  } finally {
    closeSync(handle);
  }
}

/** The first damage found; null where there is none. A lock is no damage. */
function damageOf(file: string, size: number): string | null {
  let client: Database.Database | null = null;
  try {
    client = new Database(file, { readonly: true });
    // Reads the header and the schema, also where the rest is too much to read.
    client.prepare("select count(*) from sqlite_schema").get();
    const said = size > READ_WHOLE ? "ok" : client.pragma("quick_check(1)", { simple: true });
    return said === "ok" ? null : String(said).replace(/^\*+.*\*+\n/, "");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return messageOf(error);
    throw error;
  } finally {
    client?.close();
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
