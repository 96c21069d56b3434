import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { MIGRATIONS } from "../tests/support/database";
import { put, temporaryFolder } from "../tests/support/temporary-folder";
import { openDatabase } from "./client";
import { migrate } from "./migrate";
import { requireSoundStore } from "./sound-store";
import { StoreError } from "./store-error";

/** A store with the newest schema, closed; its bytes can be changed. */
function aStoreFile(harm: (bytes: Buffer) => Buffer) {
  const folder = temporaryFolder();
  const file = join(folder, "selaras.db");
  const db = openDatabase(file);
  migrate(db, MIGRATIONS);
  db.$client.close();
  writeFileSync(file, harm(readFileSync(file)));
  return { folder, file };
}

it("takes a store that is sound, empty, or not there yet", () => {
  requireSoundStore(aStoreFile((bytes) => bytes).file);
  requireSoundStore(aStoreFile(() => Buffer.alloc(0)).file);
  requireSoundStore(join(temporaryFolder(), "selaras.db"));
});

it("takes one whose log was left behind when the power failed", () => {
  const folder = temporaryFolder();
  const db = openDatabase(join(folder, "selaras.db"));
  migrate(db, MIGRATIONS);
  for (const name of ["selaras.db", "selaras.db-wal"]) {
    const copy = put(folder, `left/${name}`, "");
    writeFileSync(copy, readFileSync(join(folder, name)));
  }
  db.$client.close();
  requireSoundStore(join(folder, "left/selaras.db"));
});

it.each<[string, (bytes: Buffer) => Buffer, RegExp]>([
  [
    "is another kind of file",
    () => Buffer.from("this is a letter, not a database"),
    /is not an SQLite database/,
  ],
  ["was cut off", (bytes) => bytes.subarray(0, 8192), /is damaged/],
  ["has a page overwritten", (bytes) => Buffer.from(bytes).fill(0x5a, 4096 * 2, 4096 * 4), /is damaged/],
  ["has a damaged header", (bytes) => Buffer.from(bytes).fill(0xff, 16, 60), /is damaged/],
])("refuses one that %s, says what to do, and changes nothing", (_what, harm, message) => {
  const { folder, file } = aStoreFile(harm);
  const before = readFileSync(file);
  expect(() => requireSoundStore(file)).toThrow(StoreError);
  expect(() => requireSoundStore(file)).toThrow(message);
  expect(() => requireSoundStore(file)).toThrow(file);
  expect(() => requireSoundStore(file)).toThrow("npm run selaras -- restore");
  expect(readFileSync(file)).toEqual(before);
  // SQLite's own helpers may appear beside it; nothing was renamed or put in its place.
  expect(readdirSync(folder).filter((name) => !/-(wal|shm)$/.test(name))).toEqual(["selaras.db"]);
});

it("refuses what it may not read as a file", () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "selaras.db"));
  expect(() => requireSoundStore(join(folder, "selaras.db"))).toThrow(/cannot be read.*the right to/s);
});
