import Database from "better-sqlite3";
import { expect, it } from "vitest";
import { storeFaultOf } from "../store-fault";
import { StoreUnavailable, translate } from "./errors";

it.each([
  ['RemoteSqliteFailure(3, 2067, "UNIQUE constraint failed: a.id")', "SQLITE_CONSTRAINT_UNIQUE", /^UNIQUE/],
  ['RemoteSqliteFailure(3, 1811, "never")', "SQLITE_CONSTRAINT_TRIGGER", /^never$/],
  ['RemoteSqliteFailure(3, 9999, "something else")', "SQLITE_ERROR", /^something else$/],
  [
    'WriteDelegation(status: PermissionDenied, message: "no such table: nope", details: [], metadata: {})',
    "SQLITE_ERROR",
    /^no such table: nope$/,
  ],
])("%s is what SQLite would have said here", (message, code, text) => {
  const error = translate({ message });
  expect(error).toBeInstanceOf(Database.SqliteError);
  expect(error).toMatchObject({ code, message: expect.stringMatching(text) });
  expect(storeFaultOf(error)).toBeNull();
});

it.each([
  'WriteDelegation(status: Unavailable, message: "error trying to connect: tcp connect error")\n\nStack backtrace:\n 0: x',
  "Replication(PrimaryHandshakeTimeout)",
  "sync error: error trying to connect: tcp connect error: Connection refused (os error 111)",
  'RemoteSqliteFailure(2, 0, "Transaction timed-out")',
])("%s is a store that cannot be used now", (message) => {
  const error = translate({ message });
  expect(error).toBeInstanceOf(StoreUnavailable);
  expect(storeFaultOf(error)).toBe("unavailable");
  expect(error.message).not.toContain("backtrace");
});

it("keeps the code of an error of this machine's own SQLite", () => {
  const error = translate({ message: "no such table: x", code: "SQLITE_ERROR" });
  expect(error).toMatchObject({ code: "SQLITE_ERROR", message: "no such table: x" });
});

it("leaves an error that it does not know an ordinary one", () => {
  expect(translate({ message: "something odd" })).not.toBeInstanceOf(StoreUnavailable);
});
