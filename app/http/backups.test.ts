import { mkdirSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { backupName } from "~/backup/backup-folder";
import { readBackup } from "~/backup/read-backup";
import { readEnv } from "~/env.server";
import { aDataDirectory } from "../../tests/support/data-directory";
import { MIGRATIONS } from "../../tests/support/database";
import { temporaryFolder } from "../../tests/support/temporary-folder";
import { backUpIfDue, startBackups } from "./backups";

const HOUR = 60 * 60 * 1000;

/** A running installation with a clock that the test holds, and what its schedule has made. */
async function installation(settings: Record<string, string> = {}) {
  const { dataDir, services } = await aDataDirectory();
  let present = new Date("2026-07-01T02:00:00Z");
  const env = readEnv({ DATA_DIR: dataDir, ...settings });
  const own = { ...services, env, clock: () => present };
  return {
    services: own,
    after: (hours: number) => {
      present = new Date(present.getTime() + hours * HOUR);
      return backUpIfDue(own);
    },
    made: () => readdirSync(env.BACKUP_DIR).sort(),
    folder: env.BACKUP_DIR,
  };
}

it("backs up once a day, into a folder of the data directory, what can be restored", async () => {
  const { after, made, folder } = await installation();
  expect(await after(0)).toBe(true);
  expect(await after(23)).toBe(false);
  expect(await after(1)).toBe(true);
  expect(made()).toEqual(["selaras-20260701T020000Z.tar.gz", "selaras-20260702T020000Z.tar.gz"]);
  for (const name of made()) {
    const dataDir = join(temporaryFolder(), "data");
    await readBackup({ source: join(folder, name), dataDir, migrationsFolder: MIGRATIONS });
  }
});

it("keeps the newest ones, and touches no other file", async () => {
  const { after, made, folder } = await installation({ BACKUP_EVERY_HOURS: "1", BACKUP_KEEP: "2" });
  mkdirSync(folder);
  writeFileSync(join(folder, "before-the-move.tar.gz"), "mine");
  for (let hour = 0; hour < 4; hour += 1) await after(1);
  expect(made()).toEqual([
    "before-the-move.tar.gz",
    "selaras-20260701T050000Z.tar.gz",
    "selaras-20260701T060000Z.tar.gz",
  ]);
});

it("goes on after a clock that was wrong", async () => {
  const { after, made, folder } = await installation();
  mkdirSync(folder);
  writeFileSync(join(folder, backupName(new Date("2031-01-01T00:00:00Z"))), "x");
  expect(await after(0)).toBe(true);
  expect(made()).toHaveLength(2);
  // Neither is one made at every look from then on, nor do those of the future push out the others.
  expect(await after(0.2)).toBe(false);
  for (const year of ["2032", "2033"])
    writeFileSync(join(folder, backupName(new Date(`${year}-01-01T00:00:00Z`))), "x");
  for (let day = 0; day < 15; day += 1) expect(await after(24)).toBe(true);
  expect(made().filter((name) => name.startsWith("selaras-2026"))).toHaveLength(14);
});

it("clears away what was left half-written, once it is a day old, and no other file", async () => {
  const { after, made, folder } = await installation();
  mkdirSync(folder);
  const names = [
    ".selaras-20260630T020000Z.tar.gz.0f8fad5b-d9cb-469f-a165-70867728950e.partial",
    ".selaras-settings",
  ];
  for (const name of names) writeFileSync(join(folder, name), "x");
  const old = new Date("2026-06-30T01:00:00Z");
  for (const name of names) utimesSync(join(folder, name), old, old);
  writeFileSync(join(folder, ".selaras-20260701T015900Z.tar.gz.18.partial"), "x");
  await after(0);
  expect(made().filter((name) => name.startsWith("."))).toEqual([
    ".selaras-20260701T015900Z.tar.gz.18.partial",
    ".selaras-settings",
  ]);
});

it("is switched off by 0 hours", async () => {
  const { services } = await installation({ BACKUP_EVERY_HOURS: "0" });
  startBackups(services)();
  expect(readdirSync(services.env.DATA_DIR)).not.toContain("backups");
});

it("fails without leaving anything, when the folder cannot be used", async () => {
  const blocked = join(temporaryFolder(), "a-file");
  writeFileSync(blocked, "x");
  const { after, services } = await installation({ BACKUP_DIR: blocked });
  await expect(after(0)).rejects.toThrow();
  expect(readdirSync(services.env.DATA_DIR).filter((name) => name.startsWith("."))).toEqual([]);
});
