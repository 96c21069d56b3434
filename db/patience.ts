import type Database from "better-sqlite3";
import { storeFaultOf } from "./store-fault";

/** How long a statement waits for somebody else's lock, in milliseconds. */
export const PATIENCE = 5000;
/** How long once that was in vain. */
const IMPATIENCE = 50;

const impatient = new WeakSet<Database.Database>();

/**
 * Waiting for a lock holds up the whole process. After one wait in vain the next ones are short, so that reading goes
 * on and writing is refused at once, until a write succeeds again. Tell it of every error; most concern it not.
 */
export function losePatience(client: Database.Database, error: unknown): void {
  if (storeFaultOf(error) !== "busy" || impatient.has(client)) return;
  impatient.add(client);
  client.pragma(`busy_timeout = ${IMPATIENCE}`);
}

/** How long this connection waits for the lock now, in milliseconds. */
export const patienceOf = (client: Database.Database): number =>
  impatient.has(client) ? IMPATIENCE : PATIENCE;

/** How long to wait between two tries for the lock: a write of another process takes about as long. */
const PAUSE = 1;
const pause = new Int32Array(new SharedArrayBuffer(4));

/**
 * Takes the write lock by trying every millisecond. SQLite itself sleeps longer after each try, up to a tenth of a
 * second: with several processes that write all the time, whoever is unlucky would wait long for a lock that was free
 * many times meanwhile. `write` begins the transaction and calls `begun` once it holds the lock; it is tried for
 * `longest` milliseconds, once at least.
 */
export function withLock<T>(
  client: Database.Database,
  write: (begun: () => void) => T,
  longest = patienceOf(client),
): T {
  const patience = patienceOf(client);
  const deadline = performance.now() + longest;
  let waiting = true;
  const begun = () => {
    waiting = false;
    client.pragma(`busy_timeout = ${patience}`);
  };
  client.pragma("busy_timeout = 0");
  try {
    for (;;) {
      try {
        return write(begun);
      } catch (error) {
        if (!waiting || storeFaultOf(error) !== "busy" || performance.now() >= deadline) throw error;
        Atomics.wait(pause, 0, 0, PAUSE);
      }
    }
  } finally {
    if (waiting) begun();
  }
}

/** A write has succeeded: the lock is free again. */
export function regainPatience(client: Database.Database): void {
  if (!impatient.delete(client)) return;
  client.pragma(`busy_timeout = ${PATIENCE}`);
}
