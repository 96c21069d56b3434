import { and, desc, eq } from "drizzle-orm";
import type { Db } from "./client";
import { companyNote, user } from "./schema";

type Row = typeof companyNote.$inferSelect;
/** A note with its author's name; null where the account is gone. */
export type CompanyNote = Omit<Row, "companyId"> & { author: string | null };

/** The notes about a company, the newest first. */
export function listNotes(db: Db, companyId: string): CompanyNote[] {
  const { id, authorId, text, createdAt } = companyNote;
  return db
    .select({ id, authorId, text, createdAt, author: user.name })
    .from(companyNote)
    .leftJoin(user, eq(user.id, companyNote.authorId))
    .where(eq(companyNote.companyId, companyId))
    .orderBy(desc(createdAt), desc(id))
    .all();
}

/** What somebody has noted about companies, the oldest first. */
export function listNotesBy(db: Db, authorId: string): Row[] {
  return db
    .select()
    .from(companyNote)
    .where(eq(companyNote.authorId, authorId))
    .orderBy(companyNote.createdAt, companyNote.id)
    .all();
}

export function insertNote(db: Db, row: Row): void {
  db.insert(companyNote).values(row).run();
}

/** False when the company has no such note. */
export function deleteNote(db: Db, companyId: string, id: string): boolean {
  const which = and(eq(companyNote.id, id), eq(companyNote.companyId, companyId));
  return db.delete(companyNote).where(which).run().changes === 1;
}
