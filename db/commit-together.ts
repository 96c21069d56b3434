import { AsyncResource } from "node:async_hooks";
import Database from "better-sqlite3";
import { type Db, transact, transactNow } from "./client";
import { losePatience, patienceOf } from "./patience";
import { storeFaultOf } from "./store-fault";

/** The most works in one transaction: whatever other processes write waits until it is over. */
const MOST = 32;
/** How long until the lock is tried again, in milliseconds; meanwhile the process goes on with other things. */
const PAUSE = 1;

/** `run` does the work and gives what tells of it once it is committed. */
type Waiting = { run: () => () => void; fail: (error: unknown) => void };

/** What waits for the next commit of a store, in the order of asking; the first one sees to it that there is one. */
const queues = new WeakMap<Db, Waiting[]>();

/**
 * Group commit: runs `work` in one transaction with everything else that this process has to write at the moment, so
 * that all of it waits for the disk, and for the lock, once. Resolves or rejects when that is committed, and not
 * before. A work that throws is undone and rejected alone. Whatever keeps the store from taking the transaction
 * rejects all of it, and nothing of it is stored. A work may run more than once, until a run is committed: it does
 * nothing but read and write the store.
 */
export async function commitTogether<T>(db: Db, work: () => T): Promise<T> {
  // On a replica, whatever comes after the first write reads from the primary: that takes longer than it would spare.
  if (!(db.$client instanceof Database)) return transact(db, work);
  return new Promise((resolve, reject) => {
    const queue = queues.get(db) ?? [];
    queues.set(db, queue);
    // Each work has its own request's language and whatever else belongs to it.
    const run = AsyncResource.bind(() => {
      const done = attempt(db, work);
      return () => ("error" in done ? reject(done.error) : resolve(done.value));
    });
    if (queue.push({ run, fail: reject }) === 1) commitSoon(db, queue);
  });
}

function commitSoon(db: Db, queue: Waiting[]): void {
  setImmediate(() => commit(db, queue, performance.now() + patienceOf(db.$client)));
}

function commit(db: Db, queue: Waiting[], deadline: number): void {
  const together = queue.slice(0, MOST);
  let settle: (() => void)[];
  try {
    settle = transactNow(db, () => together.map(({ run }) => run()));
  } catch (error) {
    if (storeFaultOf(error) === "busy" && performance.now() < deadline) {
      setTimeout(() => commit(db, queue, deadline), PAUSE);
      return;
    }
    losePatience(db.$client, error);
    settle = together.map(
      ({ fail }) =>
        () =>
          fail(error),
    );
  }
  queue.splice(0, together.length);
  if (queue.length > 0) commitSoon(db, queue);
  for (const tell of settle) tell();
}

/** What a work gives, or the error that has undone it alone. @throws what may have undone the others as well */
function attempt<T>(db: Db, work: () => T): { value: T } | { error: unknown } {
  try {
    return { value: transact(db, work) };
  } catch (error) {
    if (storeFaultOf(error) || !db.$client.inTransaction) throw error;
    return { error };
  }
}
