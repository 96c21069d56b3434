import { and, eq, gt, lte, or } from "drizzle-orm";
import type { Db } from "./client";
import { lease } from "./schema";

/**
 * Takes or renews the lease of a job for so many milliseconds. True while the holder may count on being the only one
 * who runs it: nobody else held it, or their time is over. One statement, so that of several processes, on one machine
 * or on many, one gets it. A lease that ends later than any could was written by a clock that was wrong, and counts
 * for nothing.
 */
export function takeLease(db: Db, job: string, holder: string, now: Date, milliseconds: number): boolean {
  const expiresAt = new Date(now.getTime() + milliseconds);
  const unbelievable = new Date(now.getTime() + 2 * milliseconds);
  const { changes } = db
    .insert(lease)
    .values({ job, holder, expiresAt })
    .onConflictDoUpdate({
      target: lease.job,
      set: { holder, expiresAt },
      setWhere: or(eq(lease.holder, holder), lte(lease.expiresAt, now), gt(lease.expiresAt, unbelievable)),
    })
    .run();
  return changes > 0;
}

/** Gives a lease back, so that the next one need not wait for its end. */
export function releaseLease(db: Db, job: string, holder: string): void {
  db.delete(lease)
    .where(and(eq(lease.job, job), eq(lease.holder, holder)))
    .run();
}
