import { commitTogether } from "#db/commit-together";
import type { ScopedContext } from "~/use-cases/context";
import { type ExportFormat, noteExport } from "~/use-cases/note-export";
import type { RequestArgs } from "./context";

/**
 * Writes a download into the audit log. A store that takes no writes for the moment stops nobody from reading what they
 * may read: the file goes out, and the server's own log says that the entry is missing.
 */
export async function noteDownload(
  args: RequestArgs,
  { context }: { context: ScopedContext },
  assessmentId: string,
  format: ExportFormat,
): Promise<void> {
  try {
    await commitTogether(context.db, () => noteExport(context, assessmentId, format));
  } catch (error) {
    args.context.services.log.error(
      { err: error, requestId: args.context.requestId, assessment: assessmentId, format },
      "a download could not be written into the audit log",
    );
  }
}
