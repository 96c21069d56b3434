import { createHash } from "node:crypto";
import { workshopPulse } from "#db/workshops";
import type { UseCaseContext } from "./context";

/**
 * A short text that changes with what the watchers of a running workshop see and says nothing itself; null when none
 * is running. Cheap enough to be asked every second by everybody in the room.
 */
export function readPulse({ db }: Pick<UseCaseContext, "db">, assessmentId: string): string | null {
  const pulse = workshopPulse(db, assessmentId);
  return pulse === null ? null : createHash("sha256").update(pulse).digest("hex").slice(0, 16);
}
