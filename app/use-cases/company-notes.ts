import { randomUUID } from "node:crypto";
import { transact } from "#db/client";
import { type CompanyNote, deleteNote, insertNote, listNotes } from "#db/company-notes";
import { requireCompany } from "./companies";
import { audit, type ScopedContext } from "./context";
import { Refusal } from "./errors";

export type { CompanyNote };

/** The most characters of a note. */
export const LONGEST_NOTE = 4000;

/** What the consultants have noted about a company, the newest first. @throws Refusal "not-found" */
export function readNotes(context: ScopedContext, companyId: string): CompanyNote[] {
  requireCompany(context, companyId);
  return listNotes(context.db, companyId);
}

/** Notes something about a company and returns the note's id. @throws Refusal "not-found" */
export function addNote(context: ScopedContext, companyId: string, text: string): string {
  return transact(context.db, () => {
    requireCompany(context, companyId);
    const id = randomUUID();
    const authorId = context.actor.kind === "user" ? context.actor.userId : null;
    insertNote(context.db, { id, companyId, authorId, text, createdAt: context.now });
    audit(context, context.scope.workspaceId, "note.add", { kind: "company", id: companyId });
    return id;
  });
}

/** Removes a note for good. @throws Refusal "not-found" (company or note) */
export function removeNote(context: ScopedContext, companyId: string, id: string): void {
  transact(context.db, () => {
    requireCompany(context, companyId);
    if (!deleteNote(context.db, companyId, id)) throw new Refusal("not-found");
    audit(context, context.scope.workspaceId, "note.remove", { kind: "company", id: companyId });
  });
}
