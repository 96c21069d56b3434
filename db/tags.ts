import { asc, eq, inArray } from "drizzle-orm";
import type { Db } from "./client";
import { companyTag } from "./schema";

/** The tags of the companies named, by the alphabet. */
export function listTags(db: Db, companyIds: string[]): { companyId: string; tag: string }[] {
  if (companyIds.length === 0) return [];
  return db
    .select()
    .from(companyTag)
    .where(inArray(companyTag.companyId, companyIds))
    .orderBy(asc(companyTag.tag))
    .all();
}

/** Gives a company these tags and no others. Call inside `transact`. */
export function replaceTags(db: Db, companyId: string, tags: readonly string[]): void {
  db.delete(companyTag).where(eq(companyTag.companyId, companyId)).run();
  for (const tag of new Set(tags)) db.insert(companyTag).values({ companyId, tag }).run();
}
