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

/** A write has succeeded: the lock is free again. */
export function regainPatience(client: Database.Database): void {
  if (!impatient.delete(client)) return;
  client.pragma(`busy_timeout = ${PATIENCE}`);
}
