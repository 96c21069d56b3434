import { existsSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";

/** Backups made by the schedule; others in the same folder are nobody's business here. */
const NAME = /^selaras-\d{8}T\d{6}Z\.tar\.gz$/;

export type MadeBackup = { file: string; at: Date; bytes: number };

/** The name of the scheduled backup that is begun at this moment. */
export function backupName(now: Date): string {
  const stamp = now
    .toISOString()
    .replace(/\.\d+Z$/, "Z")
    .replaceAll(/[-:]/g, "");
  return `selaras-${stamp}.tar.gz`;
}

/** The scheduled backups in a folder, the newest first. The moment is that of the name: when its content was read. */
export function listBackups(folder: string): MadeBackup[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => NAME.test(name))
    .sort()
    .reverse()
    .flatMap((name) => {
      const found = statSync(join(folder, name), { throwIfNoEntry: false });
      return found ? [{ file: join(folder, name), at: momentOf(name), bytes: found.size }] : [];
    });
}

/** Removes the scheduled backups beyond the newest `keep`, and returns how many. */
export function removeOldBackups(folder: string, keep: number): number {
  const old = listBackups(folder).slice(keep);
  for (const { file } of old) rmSync(file, { force: true });
  return old.length;
}

function momentOf(name: string): Date {
  const [, year, month, day, hour, minute, second] =
    /(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z/.exec(name) ?? [];
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}
