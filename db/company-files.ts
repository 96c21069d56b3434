import { and, desc, eq, sql } from "drizzle-orm";
import type { Db } from "./client";
import { companyFile, user } from "./schema";

type Row = typeof companyFile.$inferSelect;
/** A file with the name of who sent it; null where the account is gone. */
export type CompanyFile = Row & { author: string | null };

/** The files kept with a company, the newest first. */
export function listFiles(db: Db, companyId: string): CompanyFile[] {
  return db
    .select({ file: companyFile, author: user.name })
    .from(companyFile)
    .leftJoin(user, eq(user.id, companyFile.authorId))
    .where(eq(companyFile.companyId, companyId))
    .orderBy(desc(companyFile.createdAt), desc(companyFile.id))
    .all()
    .map(({ file, author }) => ({ ...file, author }));
}

export function findFile(db: Db, companyId: string, id: string): Row | undefined {
  return db
    .select()
    .from(companyFile)
    .where(and(eq(companyFile.id, id), eq(companyFile.companyId, companyId)))
    .get();
}

export function insertFile(db: Db, row: Row): void {
  db.insert(companyFile).values(row).run();
}

export function deleteFile(db: Db, companyId: string, id: string): void {
  db.delete(companyFile)
    .where(and(eq(companyFile.id, id), eq(companyFile.companyId, companyId)))
    .run();
}

/** Bytes of all files kept with a company. */
export function companyBytes(db: Db, companyId: string): number {
  const row = db
    .select({ bytes: sql<number>`coalesce(sum(${companyFile.size}), 0)` })
    .from(companyFile)
    .where(eq(companyFile.companyId, companyId))
    .get();
  return row?.bytes ?? 0;
}
