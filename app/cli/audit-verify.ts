import type { Command } from "commander";
import { type AuditVerification, verifyAuditLog } from "~/use-cases/audit-log";
import { CliError } from "./cli-error";
import { type Io, withStore } from "./io";

const HELP = `
Reads the whole audit log and checks that every event is as it was written and follows the one before. Exit code 0
when it is whole; else 1, and standard error says where it breaks. It prints the hash of the last event: note that
somewhere else, and give it as --seen next time. Without that, nothing can show that somebody who may write the
database file wrote the whole log anew.`;

/** Adds the command `audit:verify`: whether the audit log is as it was written. */
export function registerAuditVerify(program: Command, io: Io): void {
  program
    .command("audit:verify")
    .description("check that the audit log was not changed, shortened or reordered")
    .option("--seen <hash>", "a hash noted earlier, which must still be in the log")
    .addHelpText("after", HELP)
    .action(({ seen }: { seen?: string }) =>
      withStore(io, ({ context }) => {
        const verification = verifyAuditLog(context, seen?.trim().toLowerCase());
        const why = explainFault(verification);
        if (why) throw new CliError(why);
        const { count, head } = verification;
        io.out(`whole: ${count} ${count === 1 ? "event" : "events"}, last hash ${head || "none yet"}\n`);
      }),
    );
}

function explainFault({ count, fault }: AuditVerification): string | null {
  if (!fault) return null;
  const read = `${count} ${count === 1 ? "event" : "events"} before it are whole.`;
  switch (fault.why) {
    case "changed":
      return `broken: event ${fault.id} was changed after it was written. ${read}`;
    case "removed":
      return `broken: event ${fault.id} is missing. ${read}`;
    case "link":
      return `broken: event ${fault.id} does not follow from the one before; one of the two was replaced. ${read}`;
    case "unseen":
      return `broken: the ${count} events are whole by themselves, but none has the hash that was noted earlier.`;
  }
}
