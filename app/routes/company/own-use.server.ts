import { readTags } from "~/use-cases/companies";
import { LONGEST_NOTE, readNotes } from "~/use-cases/company-notes";
import type { ScopedContext } from "~/use-cases/context";
import { filesView } from "./files-view.server";

export type OwnUseView = ReturnType<typeof ownUseView>;

/** What consultants keep about a company for their own use: tags, notes, files. */
export function ownUseView(context: ScopedContext, companyId: string) {
  return {
    tags: readTags(context, companyId),
    notes: readNotes(context, companyId),
    longestNote: LONGEST_NOTE,
    files: filesView(context, companyId),
  };
}
