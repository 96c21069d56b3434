import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { backupName, newestBackup, removeOldBackups, removeUnfinished } from "~/backup/backup-folder";
import { writeBackup } from "~/backup/write-backup";
import { version } from "../../package.json";
import type { Services } from "./context";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Once it is quiet after a start, and then this often, it is looked whether a backup is due. */
const FIRST = MINUTE;
const EVERY = 10 * MINUTE;

/**
 * Makes the backups of the schedule while the server runs, until the returned function is called. One that fails is
 * logged and tried again at the next look.
 */
export function startBackups(services: Services): () => void {
  const { BACKUP_EVERY_HOURS, DATABASE_URL } = services.env;
  // A store on a libSQL server is backed up where it is: docs/scaling.md.
  if (BACKUP_EVERY_HOURS === 0 || DATABASE_URL) return () => {};
  let running = false;
  const look = async () => {
    if (running) return;
    running = true;
    try {
      await backUpIfDue(services);
    } catch (error) {
      services.log.error({ err: error }, "the backup could not be made");
    } finally {
      running = false;
    }
  };
  const first = setTimeout(look, FIRST);
  const timer = setInterval(look, EVERY);
  first.unref();
  timer.unref();
  return () => {
    clearTimeout(first);
    clearInterval(timer);
  };
}

/** Makes the scheduled backup if the newest is old enough, and removes those beyond BACKUP_KEEP. True if it did. */
export async function backUpIfDue({ env, clock, log, root }: Services): Promise<boolean> {
  const now = clock();
  const newest = newestBackup(env.BACKUP_DIR, now);
  if (newest && now.getTime() - newest.at.getTime() < env.BACKUP_EVERY_HOURS * HOUR) return false;
  const started = performance.now();
  mkdirSync(env.BACKUP_DIR, { recursive: true, mode: 0o700 });
  removeUnfinished(env.BACKUP_DIR, now);
  const { files } = await writeBackup({
    ...{ dataDir: env.DATA_DIR, target: join(env.BACKUP_DIR, backupName(now)), now, version },
    migrationsFolder: join(root, "db/migrations"),
    givenSecret: env.SESSION_SECRET,
  });
  const removed = removeOldBackups(env.BACKUP_DIR, env.BACKUP_KEEP, now);
  const milliseconds = Math.round(performance.now() - started);
  log.info({ files: files.length, removed, milliseconds }, "a backup was made");
  return true;
}
