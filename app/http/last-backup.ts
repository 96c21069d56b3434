import { newestBackup } from "~/backup/backup-folder";
import type { Services } from "./context";

const HOUR = 60 * 60 * 1000;

/** What the schedule of backups has done last; `everyHours` is 0 where it is switched off. */
export type LastBackup = {
  everyHours: number;
  last: { at: Date; bytes: number } | null;
  /** The newest one is older than twice the interval. */
  overdue: boolean;
};

/** The newest backup of the schedule. A folder that cannot be read has none. */
export function readLastBackup({ env, clock }: Pick<Services, "env" | "clock">): LastBackup {
  const everyHours = env.BACKUP_EVERY_HOURS;
  const newest = newestIn(env.BACKUP_DIR, clock());
  if (!newest) return { everyHours, last: null, overdue: false };
  const { at, bytes } = newest;
  const overdue = everyHours > 0 && clock().getTime() - at.getTime() > 2 * everyHours * HOUR;
  return { everyHours, last: { at, bytes }, overdue };
}

function newestIn(folder: string, now: Date) {
  try {
    return newestBackup(folder, now);
  } catch {
    return undefined;
  }
}
