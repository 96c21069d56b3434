import { join } from "node:path";
import type { Command } from "commander";
import { readBackup } from "~/backup/read-backup";
import { wrongSecret } from "~/backup/secret-check";
import { findRoot } from "~/http/services";
import type { Io } from "./io";
import { progressTo } from "./progress";

const HELP = `
Unpacks into DATA_DIR, which must be empty or not there yet, and checks everything first: the hash of each file, the
database, its references and row counts, the audit log. Where anything is wrong nothing is put in place. Then start
the server with this DATA_DIR; a backup of an older version is brought to the newest schema by that start. Where
SESSION_SECRET is not the one from before, or is needed and not set, it is said what would follow.`;

/** Adds the command `restore`: a backup into an empty data directory. */
export function registerRestore(program: Command, io: Io): void {
  program
    .command("restore")
    .description("unpack and check a backup into an empty data directory")
    .argument("<file>", "an archive that backup, or the schedule, has written")
    .addHelpText("after", HELP)
    .action(async (source: string) => {
      const env = io.settings();
      const manifest = await readBackup({
        ...{ source, dataDir: env.DATA_DIR },
        migrationsFolder: join(findRoot(), "db/migrations"),
        progress: progressTo(io, "files checked"),
      });
      const { judgment = 0 } = manifest.rows;
      const { length } = manifest.files;
      io.out(
        `${env.DATA_DIR}: ${length} files, ${judgment} judgments, as of ${manifest.createdAt}; all checked\n`,
      );
      for (const path of manifest.missing) io.err(`${path} was not there when the backup was made.\n`);
      const wrong = wrongSecret(env, manifest);
      if (wrong !== null) io.err(`${wrong}\n`);
    });
}
