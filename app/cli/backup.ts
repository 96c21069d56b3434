import { join } from "node:path";
import type { Command } from "commander";
import { writeBackup } from "~/backup/write-backup";
import { findRoot } from "~/http/services";
import { CliError } from "./cli-error";
import type { Io } from "./io";
import { progressTo } from "./progress";

const HELP = `
The archive holds the store as it is when the command begins, the files of evidence it names, and the keys in the
data directory: whoever has it can read everything and act as anybody, so keep it as safe as the data directory.
A running server is not disturbed. The file must not exist yet. A secret set by SESSION_SECRET is not in it.`;

/** Adds the command `backup`: everything in one checked archive. */
export function registerBackup(program: Command, version: string, io: Io): void {
  program
    .command("backup")
    .description("write the store, its files and keys to one archive, while the server runs")
    .argument("<file>", "the archive to write, for instance selaras.tar.gz")
    .addHelpText("after", HELP)
    .action(async (target: string) => {
      const env = io.settings();
      if (env.DATABASE_URL)
        throw new CliError("The store is on a libSQL server; docs/scaling.md says how it is backed up.");
      const manifest = await writeBackup({
        ...{ dataDir: env.DATA_DIR, target, now: new Date(), version },
        migrationsFolder: join(findRoot(), "db/migrations"),
        givenSecret: env.SESSION_SECRET,
        progress: progressTo(io, "pages of the store"),
      });
      const bytes = manifest.files.reduce((sum, { size }) => sum + size, 0);
      const megabytes = (bytes / 1024 ** 2).toFixed(1);
      const { judgment = 0 } = manifest.rows;
      io.out(
        `${target}: ${manifest.files.length} files (${megabytes} MB before compression), ${judgment} judgments\n`,
      );
      for (const path of manifest.missing) io.err(`${path} is named by the store and was not there.\n`);
      if (manifest.secret === "environment")
        io.err("SESSION_SECRET is not in the archive; keep it somewhere else, it is needed to restore.\n");
    });
}
