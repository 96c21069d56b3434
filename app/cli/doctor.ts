import { join } from "node:path";
import type { Command } from "commander";
import { examine } from "~/backup/doctor";
import { findRoot } from "~/http/services";
import { CliError } from "./cli-error";
import type { Io } from "./io";
import { progressTo } from "./progress";
import { textTable } from "./text-table";

type Options = { hashes?: boolean; json?: boolean };

const HELP = `
Changes nothing, and may be run while the server runs. fine: nothing to do. watch: it works, but see to it. wrong:
something is lost or cannot go on; then the exit code is 1. docs/operations.md says what to do about each.`;

/** Adds the command `doctor`: whether this installation is sound. */
export function registerDoctor(program: Command, io: Io): void {
  program
    .command("doctor")
    .description("examine the store, its files, the disk and the backups")
    .option("--hashes", "read every file of evidence and compare its hash")
    .option("--json", "findings as JSON")
    .addHelpText("after", HELP)
    .action(async ({ hashes = false, json = false }: Options) => {
      const env = io.settings();
      if (env.DATABASE_URL)
        throw new CliError("The store is on a libSQL server; doctor examines one in DATA_DIR.");
      const findings = await examine({
        ...{ env, now: new Date(), hashes },
        migrationsFolder: join(findRoot(), "db/migrations"),
        progress: progressTo(io, "files read"),
      });
      const rows = findings.map(({ state, what, text }) => [state, what, text]);
      io.out(
        json
          ? `${JSON.stringify(findings, null, 2)}\n`
          : `${textTable(["", "what", "found"], rows, [1, 2])}\n`,
      );
      const { length } = findings.filter(({ state }) => state === "wrong");
      if (length > 0) throw new CliError(`${length} of ${findings.length} findings are wrong.`);
    });
}
