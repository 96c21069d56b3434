import Database from "better-sqlite3";

/** The primary cannot be reached, does not answer in time, or has ended the transaction. Trying again may help. */
export class StoreUnavailable extends Error {
  override readonly name = "StoreUnavailable";
  readonly code = "STORE_UNAVAILABLE";
}

/** What the other thread passes on of an error. */
export type PlainError = { message: string; code?: string };

/** SQLite's extended result codes that the app tells apart; https://sqlite.org/rescode.html. */
const CODES: Record<number, string> = {
  5: "SQLITE_BUSY",
  275: "SQLITE_CONSTRAINT_CHECK",
  787: "SQLITE_CONSTRAINT_FOREIGNKEY",
  1299: "SQLITE_CONSTRAINT_NOTNULL",
  1555: "SQLITE_CONSTRAINT_PRIMARYKEY",
  1811: "SQLITE_CONSTRAINT_TRIGGER",
  2067: "SQLITE_CONSTRAINT_UNIQUE",
  2579: "SQLITE_CONSTRAINT_ROWID",
  3091: "SQLITE_CONSTRAINT_DATATYPE",
};

/** `RemoteSqliteFailure(3, 275, "CHECK constraint failed: …")`: the primary's SQLite has refused. */
const REMOTE = /^RemoteSqliteFailure\(-?\d+, (-?\d+), "(.*)"\)/s;
/** A status of gRPC that tells of a statement, not of the connection. */
const STATEMENT =
  /^WriteDelegation\(status: (?:PermissionDenied|InvalidArgument), message: "(.*?)", details/s;
const UNREACHABLE =
  /WriteDelegation|Replication\(|sync error|error trying to connect|transport error|ConnectionFailed/;

/**
 * The error as better-sqlite3 would have thrown it, so that whoever catches it need not know where it comes from;
 * StoreUnavailable where the primary is out of reach.
 */
export function translate({ message, code }: PlainError): Error {
  const remote = REMOTE.exec(message);
  if (remote) {
    const [, number = "", text = ""] = remote;
    if (text === "Transaction timed-out") {
      return new StoreUnavailable("The primary has ended a transaction that took too long.");
    }
    return new Database.SqliteError(text, CODES[Number(number)] ?? "SQLITE_ERROR");
  }
  const statement = STATEMENT.exec(message);
  if (statement) return new Database.SqliteError(statement[1] ?? message, "SQLITE_ERROR");
  if (UNREACHABLE.test(message)) {
    // The first line says it all; what follows is a stack of addresses.
    const [what = message] = message.split("\n");
    return new StoreUnavailable(`The primary cannot be reached: ${what.slice(0, 300)}`);
  }
  return code?.startsWith("SQLITE_") ? new Database.SqliteError(message, code) : new Error(message);
}
