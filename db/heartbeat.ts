import { type Db, transact } from "./client";
import { heartbeat } from "./schema";

/** Writes the heartbeat row; throws when the store takes no write. */
export function beat(db: Db, at: Date): void {
  transact(db, () =>
    db
      .insert(heartbeat)
      .values({ id: 1, at })
      .onConflictDoUpdate({ target: heartbeat.id, set: { at } })
      .run(),
  );
}
