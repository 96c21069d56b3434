import {
  chmodSync,
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readEnv } from "~/env.server";
import { aDataDirectory } from "../../tests/support/data-directory";
import { MIGRATIONS } from "../../tests/support/database";
import { put, temporaryFolder } from "../../tests/support/temporary-folder";
import { backupName } from "./backup-folder";
import { examine } from "./doctor";

const NOW = new Date("2026-07-01T02:00:00Z");

/** What the doctor finds, as "state what", without what is fine. */
async function found(dataDir: string, { hashes = true, now = NOW } = {}) {
  const env = readEnv({ DATA_DIR: dataDir });
  const findings = await examine({ env, now, hashes, migrationsFolder: MIGRATIONS });
  return findings
    .filter(({ state }) => state !== "fine")
    .map(({ state, what, text }) => `${state} ${what}: ${text}`);
}

/** A sound data directory with a backup of yesterday. */
async function sound() {
  const directory = await aDataDirectory();
  const backups = join(directory.dataDir, "backups");
  mkdirSync(backups);
  writeFileSync(join(backups, backupName(new Date(NOW.getTime() - 20 * 3_600_000))), "x");
  const [file = ""] = readdirSync(join(directory.dataDir, "evidence"));
  return { ...directory, file: join(directory.dataDir, "evidence", file), backups };
}

it("finds nothing wrong with a sound installation, also while it is in use", async () => {
  const { dataDir, db } = await sound();
  db.$client.exec("begin immediate");
  expect(await found(dataDir)).toEqual([]);
  db.$client.exec("rollback");
});

it.each<[string, RegExp, (given: Awaited<ReturnType<typeof sound>>) => void]>([
  [
    "a file that is gone",
    /^wrong files of evidence: named by the store and not there/,
    ({ file }) => rmSync(file),
  ],
  [
    "a file that was changed",
    /^wrong files of evidence: not as they were sent/,
    ({ file }) => writeFileSync(file, "x"),
  ],
  [
    "a key that others can read",
    /^wrong keys/,
    ({ dataDir }) => chmodSync(join(dataDir, "session-secret"), 0o644),
  ],
  ["no key", /^wrong keys/, ({ dataDir }) => rmSync(join(dataDir, "session-secret"))],
  ["a directory open to others", /^watch data directory/, ({ dataDir }) => chmodSync(dataDir, 0o755)],
  ["no backup", /^watch backups/, ({ backups }) => rmSync(backups, { recursive: true })],
  [
    "a broken reference",
    /^wrong references: .*judgment refers to a missing panel_member/,
    ({ db }) => void db.$client.exec("pragma foreign_keys = off; delete from panel_member"),
  ],
  [
    "a changed audit log",
    /^wrong audit log: broken \(changed\)/,
    ({ db }) =>
      void db.$client.exec(
        "drop trigger audit_event_no_update; update audit_event set action = 'x' where id = 1",
      ),
  ],
  [
    "a newer schema",
    /^wrong schema: written by a newer version/,
    ({ db }) =>
      void db.$client.exec("insert into __drizzle_migrations (hash, created_at) values ('later', 1)"),
  ],
  [
    "a schema that is not the newest",
    /^watch schema: 1 migrations are run/,
    ({ db }) => void db.$client.exec("delete from __drizzle_migrations where id = 1"),
  ],
])("sees %s", async (_what, message, harm) => {
  const given = await sound();
  harm(given);
  expect(await found(given.dataDir)).toContainEqual(expect.stringMatching(message));
});

it("sees a file that nothing names, once it is no longer new", async () => {
  const { dataDir } = await sound();
  const stray = put(dataDir, `evidence/${"a".repeat(32)}`, "x");
  utimesSync(stray, NOW, NOW);
  expect(await found(dataDir)).toEqual([]);
  const long = new Date(NOW.getTime() - 2 * 3_600_000);
  utimesSync(stray, long, long);
  expect(await found(dataDir)).toEqual([
    expect.stringMatching(/^watch files of evidence: there and not named/),
  ]);
});

it("sees that backups have stopped", async () => {
  const { dataDir } = await sound();
  const later = new Date(NOW.getTime() + 60 * 3_600_000);
  expect(await found(dataDir, { now: later })).toEqual([
    expect.stringMatching(/^wrong backups: the newest is 80 h old/),
  ]);
});

it("sees a damaged page, and that there is no store", async () => {
  const { dataDir, db } = await sound();
  db.$client.pragma("wal_checkpoint(TRUNCATE)");
  const handle = openSync(join(dataDir, "selaras.db"), "r+");
  writeSync(handle, Buffer.alloc(4096, 0x5a), 0, 4096, 4096 * 3);
  closeSync(handle);
  expect(await found(dataDir)).toContainEqual(expect.stringMatching(/^wrong database: .*damaged/));
  expect(await found(temporaryFolder())).toContainEqual(
    expect.stringMatching(/^wrong database: there is none/),
  );
});
