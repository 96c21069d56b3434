import { and, count, eq, isNull, lt, or } from "drizzle-orm";
import type { Db } from "./client";
import { recoveryCode, user } from "./schema";

/** Keeps (or, with null, removes) the sealed secret of a user's authenticator. */
export function setTotpSecret(db: Db, userId: string, sealed: string | null): void {
  db.update(user).set({ totpSecret: sealed, totpLastStep: null }).where(eq(user.id, userId)).run();
}

/** Marks a time step as used. False when that step or a later one was used before: the code is a replay. */
export function spendTotpStep(db: Db, userId: string, step: number): boolean {
  const fresh = or(isNull(user.totpLastStep), lt(user.totpLastStep, step));
  const result = db
    .update(user)
    .set({ totpLastStep: step })
    .where(and(eq(user.id, userId), fresh))
    .run();
  return result.changes === 1;
}

/** Replaces all recovery codes of a user. */
export function replaceRecoveryCodes(db: Db, userId: string, rows: { id: string; codeHash: string }[]): void {
  db.delete(recoveryCode).where(eq(recoveryCode.userId, userId)).run();
  for (const row of rows)
    db.insert(recoveryCode)
      .values({ ...row, userId })
      .run();
}

/** Uses a recovery code up; false when there is no such unused code. */
export function spendRecoveryCode(db: Db, userId: string, codeHash: string, at: Date): boolean {
  const result = db
    .update(recoveryCode)
    .set({ usedAt: at })
    .where(
      and(eq(recoveryCode.userId, userId), eq(recoveryCode.codeHash, codeHash), isNull(recoveryCode.usedAt)),
    )
    .run();
  return result.changes === 1;
}

export function countRecoveryCodes(db: Db, userId: string): number {
  const row = db
    .select({ n: count() })
    .from(recoveryCode)
    .where(and(eq(recoveryCode.userId, userId), isNull(recoveryCode.usedAt)))
    .get();
  return row?.n ?? 0;
}
