import type { Db } from "./client";
import { heartbeat } from "./schema";

/** Writes the heartbeat row; throws when the store takes no write. */
export function beat(db: Db, at: Date): void {
  db.insert(heartbeat).values({ id: 1, at }).onConflictDoUpdate({ target: heartbeat.id, set: { at } }).run();
}
