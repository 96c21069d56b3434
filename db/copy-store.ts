import { existsSync } from "node:fs";
import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import type { Db } from "./client";
import * as schema from "./schema";
import { StoreError } from "./store-error";

/** Pages copied before others get their turn. */
const AT_ONCE = 256;

/** Opens a store only to read it, as it is: nothing is created, no schema is brought. @throws StoreError without one */
export function openToRead(file: string): Db {
  if (!existsSync(file)) throw new StoreError(`There is no store: ${file} does not exist.`);
  const client = new Database(file, { readonly: true });
  client.pragma("busy_timeout = 5000");
  return drizzle(client, { schema });
}

/**
 * Copies a store that is in use to a new file, as it was at the moment the copying began: one read transaction is
 * held open throughout, so that writers neither wait nor make it begin again. The copy is one file, without a log
 * beside it.
 */
export async function copyStore(
  from: string,
  to: string,
  progress?: (done: number, total: number) => void,
): Promise<void> {
  const source = openToRead(from).$client;
  try {
    source.exec("begin");
    source.prepare("select count(*) from sqlite_schema").get();
    await source.backup(to, {
      progress: ({ totalPages, remainingPages }) => {
        progress?.(totalPages - remainingPages, totalPages);
        return AT_ONCE;
      },
    });
    source.exec("commit");
  } finally {
    source.close();
  }
  const copy = new Database(to);
  try {
    copy.pragma("journal_mode = DELETE");
  } finally {
    copy.close();
  }
}
