import { join } from "node:path";
import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import type { Db } from "../client";
import * as schema from "../schema";
import { type Watch, watchQueries } from "../slow-queries";
import { StoreError } from "../store-error";
import { ReplicaClient } from "./client";
import { StoreUnavailable } from "./errors";

/** More processes than anybody runs on one data directory. */
const MOST = 200;

export type ReplicaOptions = {
  /** The data directory; the replica lies in it and is only a copy. */
  folder: string;
  /** The primary: libsql://, https:// or http://. */
  url: string;
  authToken?: string;
  /** Where db/replica/worker.mjs is. */
  worker: URL;
  /** Who is told of what takes long. */
  watch?: Watch;
};

/**
 * Opens this process's replica of a libSQL database: `replica.db` in the data directory, or `replica-2.db` and so on
 * where other processes hold those before. Brings no schema: see `migrate`.
 * @throws StoreError when the primary cannot be reached
 */
export function openReplica({ folder, url, authToken, worker, watch }: ReplicaOptions): Db {
  const { file, release } = freeReplica(folder);
  try {
    const client = new ReplicaClient({ file, url, authToken, worker, release });
    // It shows what better-sqlite3 shows, as far as Drizzle and the app use it.
    const shown = client as unknown as Database.Database;
    if (watch) watchQueries(shown, watch);
    return drizzle(shown, { schema }) as Db;
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    throw new StoreError(
      `The libSQL server of DATABASE_URL does not let Selaras start. ${error.message} Selaras needs it to start; ` +
        "once it runs, it shows pages without it for as long as need be.",
    );
  }
}

/**
 * A replica must have one process that keeps it up to date. A lock of SQLite's, on a file beside it, ends with the
 * process that holds it however that ends.
 */
function freeReplica(folder: string): { file: string; release: () => void } {
  for (let number = 1; number <= MOST; number++) {
    const name = number === 1 ? "replica" : `replica-${number}`;
    const lock = new Database(join(folder, `${name}.lock`), { timeout: 0 });
    try {
      lock.exec("begin exclusive");
      return { file: join(folder, `${name}.db`), release: () => lock.close() };
    } catch (error) {
      lock.close();
      if (!(error instanceof Database.SqliteError) || error.code !== "SQLITE_BUSY") throw error;
    }
  }
  throw new StoreError(`More than ${MOST} processes use ${folder}.`);
}

/** Lets a replica see what the other machines have written; the store of one machine always has. */
export async function freshen(db: Db): Promise<void> {
  if ("fresh" in db.$client) await (db.$client as unknown as ReplicaClient).fresh();
}
