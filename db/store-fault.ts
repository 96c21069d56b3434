/**
 * What keeps the store from taking a write (or, seldom, from being read), through no fault of the request: there is
 * no room left (full), somebody else has held the lock for longer than we wait (busy), or the disk fails or may not
 * be written (unavailable).
 */
export type StoreFault = "full" | "busy" | "unavailable";

/** The beginnings of error codes, of SQLite and of the system; the first that fits counts. */
const CODES: [beginning: string, fault: StoreFault][] = [
  ["SQLITE_FULL", "full"],
  ["ENOSPC", "full"],
  ["EDQUOT", "full"],
  ["SQLITE_BUSY", "busy"],
  ["SQLITE_LOCKED", "busy"],
  ["SQLITE_IOERR", "unavailable"],
  ["SQLITE_READONLY", "unavailable"],
  ["SQLITE_CANTOPEN", "unavailable"],
  ["EROFS", "unavailable"],
  ["EIO", "unavailable"],
  // The libSQL server that DATABASE_URL names is out of reach.
  ["STORE_UNAVAILABLE", "unavailable"],
];

/** The fault behind an error, or behind what caused it; null where the error is of another kind. */
export function storeFaultOf(error: unknown): StoreFault | null {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    const code = "code" in at ? String(at.code) : "";
    const found = CODES.find(([beginning]) => code.startsWith(beginning));
    if (found) return found[1];
  }
  return null;
}
