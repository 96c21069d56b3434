import { Command, CommanderError } from "commander";
import { withLocale } from "~/i18n/locale.server";
import { registerAuditVerify } from "./audit-verify";
import { registerBackup } from "./backup";
import { registerBundle } from "./bundle";
import { registerBundleVerify } from "./bundle-verify";
import { registerCompare } from "./compare";
import { registerDoctor } from "./doctor";
import { explain } from "./errors";
import { registerExport } from "./export";
import { registerImport } from "./import";
import { registerImportPast } from "./import-past";
import type { Io } from "./io";
import { registerList } from "./list";
import { registerRestore } from "./restore";
import { registerScore } from "./score";
import { registerSeed } from "./seed";
import { registerSeedLarge } from "./seed-large";
import { registerUserAdd } from "./user-add";
import { registerVerify } from "./verify";
import { registerWorkspaceAdd } from "./workspace-add";

const HELP = `
The store is in DATA_DIR (default ./data). score, compare and bundle:verify work on files and touch
no store.
Every command explains itself: selaras <command> --help`;

/**
 * Runs one command line (`argv` without program and script) and returns the exit code: 0 when it did what was
 * asked, 1 otherwise. What the user can put right is one message on standard error; a defect comes with its stack.
 */
export function run(argv: string[], version: string, io: Io): Promise<number> {
  // The command line speaks English throughout, also where it says what the pages say in the reader's language.
  return withLocale("en", async () => {
    try {
      await createProgram(version, io).parseAsync(argv, { from: "user" });
      return 0;
    } catch (error) {
      if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 1;
      io.err(`${explain(error) ?? (error instanceof Error ? error.stack : String(error))}\n`);
      return 1;
    }
  });
}

function createProgram(version: string, io: Io): Command {
  const program = new Command("selaras")
    .description("Selaras on the command line: measures omnichannel maturity from a panel's judgments")
    .version(version)
    .addHelpText("after", HELP)
    .showHelpAfterError("(--help shows what is possible)")
    .configureOutput({ writeOut: io.out, writeErr: io.err })
    .exitOverride();
  registerSeed(program, io);
  registerSeedLarge(program, io);
  registerList(program, io);
  registerUserAdd(program, io);
  registerWorkspaceAdd(program, io);
  registerImport(program, io);
  registerImportPast(program, io);
  registerExport(program, io);
  registerBundle(program, io, version);
  registerBundleVerify(program, io);
  registerVerify(program, io);
  registerAuditVerify(program, io);
  registerBackup(program, version, io);
  registerRestore(program, io);
  registerDoctor(program, io);
  registerScore(program);
  registerCompare(program);
  return program;
}
