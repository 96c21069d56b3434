import Database from "better-sqlite3";
import { expect, it, onTestFinished } from "vitest";
import { temporaryFolder } from "../tests/support/temporary-folder";
import { losePatience, PATIENCE, withLock } from "./patience";

/** Two connections to one store, of which the second holds the lock. */
function contended() {
  const file = `${temporaryFolder()}/store.db`;
  const [own, other] = [new Database(file), new Database(file)];
  onTestFinished(() => void [own.close(), other.close()]);
  own.pragma("journal_mode = WAL");
  own.exec("create table note (text)");
  own.pragma(`busy_timeout = ${PATIENCE}`);
  other.exec("begin immediate");
  const write = (begun: () => void) =>
    own
      .transaction(() => {
        begun();
        own.exec("insert into note values ('mine')");
      })
      .immediate();
  return { own, other, write, waits: () => own.pragma("busy_timeout", { simple: true }) };
}

it("tries again until the lock is free, and then waits for other locks as before", () => {
  const { own, other, write, waits } = contended();
  let tries = 0;
  withLock(own, (begun) => {
    tries += 1;
    if (tries === 3) other.exec("rollback");
    write(begun);
  });
  expect(tries).toBe(3);
  expect(own.prepare("select text from note").pluck().all()).toEqual(["mine"]);
  expect(waits()).toBe(PATIENCE);
});

it("gives up soon once a wait was in vain", () => {
  const { own, write, waits } = contended();
  losePatience(own, new Database.SqliteError("database is locked", "SQLITE_BUSY"));
  const started = performance.now();
  expect(() => withLock(own, write)).toThrow("database is locked");
  expect(performance.now() - started).toBeLessThan(PATIENCE / 2);
  expect(waits()).toBeLessThan(PATIENCE / 2);
});

it("tries once where it may not wait, and is as patient afterwards", () => {
  const { own, write, waits } = contended();
  let tries = 0;
  const counted = (begun: () => void) => {
    tries += 1;
    write(begun);
  };
  expect(() => withLock(own, counted, 0)).toThrow("database is locked");
  expect([tries, waits()]).toEqual([1, PATIENCE]);
});

it("does not repeat what fails by itself", () => {
  const { own, other } = contended();
  other.exec("rollback");
  let tries = 0;
  const broken = (begun: () => void) => {
    begun();
    tries += 1;
    throw new Database.SqliteError("busy within", "SQLITE_BUSY");
  };
  expect(() => withLock(own, broken)).toThrow("busy within");
  expect(tries).toBe(1);
});
