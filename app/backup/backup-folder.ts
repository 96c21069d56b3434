import { existsSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";

/** Backups made by the schedule; others in the same folder are nobody's business here. */
const NAME = /^selaras-\d{8}T\d{6}Z\.tar\.gz$/;
/** What one of them is called until it is whole. */
const UNFINISHED = /^\.selaras-\d{8}T\d{6}Z\.tar\.gz\.[\da-f-]+\.partial$/;
const DAY = 24 * 60 * 60 * 1000;

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
      const at = momentOf(name);
      return found && !Number.isNaN(at.getTime())
        ? [{ file: join(folder, name), at, bytes: found.size }]
        : [];
    });
}

/** The newest scheduled backup that was not named under a clock set forward: such a name says nothing of its age. */
export function newestBackup(folder: string, now: Date): MadeBackup | undefined {
  return listBackups(folder).find(({ at }) => at.getTime() <= now.getTime());
}

/**
 * Removes the scheduled backups beyond the newest `keep`, and returns how many. Those from the future stay beside them
 * until their time has come: they must not push out what was made since.
 */
export function removeOldBackups(folder: string, keep: number, now: Date): number {
  const old = listBackups(folder)
    .filter(({ at }) => at.getTime() <= now.getTime())
    .slice(keep);
  for (const { file } of old) rmSync(file, { force: true });
  return old.length;
}

/** Removes what scheduled backups that were killed have left, once it is certain that none of them goes on. */
export function removeUnfinished(folder: string, now: Date): void {
  for (const name of readdirSync(folder).filter((entry) => UNFINISHED.test(entry))) {
    const path = join(folder, name);
    const changed = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
    if (changed !== undefined && now.getTime() - changed > DAY) rmSync(path, { force: true });
  }
}

function momentOf(name: string): Date {
  const [, year, month, day, hour, minute, second] =
    /(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z/.exec(name) ?? [];
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}
