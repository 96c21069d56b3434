import { RateLimiterRes, RateLimiterSQLite } from "rate-limiter-flexible";
import type { Db } from "#db/client";
import { commitTogether } from "#db/commit-together";
import { losePatience } from "#db/patience";
import { limitKey } from "./client-address";
import type { RequestArgs } from "./context";
import { noteRefusal } from "./note-refusal";

const MINUTE = 60;

/**
 * How many tries in how many seconds. By account a guesser is slowed wherever they come from, by address one who
 * tries many accounts; both open again by themselves, so nobody is locked out for good.
 */
const LIMITS = {
  "sign-in:account": { points: 10, duration: 15 * MINUTE },
  "sign-in:address": { points: 50, duration: 15 * MINUTE },
  "second-factor:account": { points: 10, duration: 15 * MINUTE },
  "reset:account": { points: 3, duration: 60 * MINUTE },
  "reset:address": { points: 20, duration: 60 * MINUTE },
  // A panel may open its invitations in one room, behind one address.
  "link:address": { points: 300, duration: 15 * MINUTE },
  // Each try tells whether somebody sits on the panel and can be asked.
  "pass:member": { points: 10, duration: 60 * MINUTE },
  // A company may open its link in one room; a guesser tries many words on one link.
  "passphrase:link": { points: 30, duration: 15 * MINUTE },
  "passphrase:address": { points: 20, duration: 15 * MINUTE },
  "share-file:link": { points: 60, duration: 10 * MINUTE },
  "share-file:address": { points: 30, duration: 10 * MINUTE },
  "export:account": { points: 60, duration: 10 * MINUTE },
  // A report has a figure for every function, each as a drawing and as a picture.
  "figure:account": { points: 240, duration: 10 * MINUTE },
} as const;

export type Limit = keyof typeof LIMITS;

/** What only keeps the computer from being kept busy: nobody comes further by it than they may. */
const SPARES_WORK = new Set<Limit>([
  "share-file:link",
  "share-file:address",
  "export:account",
  "figure:account",
]);

const limiters = new WeakMap<Db["$client"], Map<Limit, RateLimiterSQLite>>();

function limiter(db: Db, limit: Limit): RateLimiterSQLite {
  const known = limiters.get(db.$client) ?? new Map<Limit, RateLimiterSQLite>();
  limiters.set(db.$client, known);
  const found =
    known.get(limit) ??
    new RateLimiterSQLite({
      ...LIMITS[limit],
      storeClient: store(db),
      storeType: "better-sqlite3",
      tableName: "rate_limit",
      tableCreated: true,
      keyPrefix: limit,
    });
  known.set(limit, found);
  return found;
}

/** The store as the limiter uses it: what it counts is committed together with what others write. */
const store = (db: Db) => ({
  prepare: (text: string) => db.$client.prepare(text),
  transaction: (work: () => unknown) => () => commitTogether(db, work),
});

/**
 * Counts one try under each limit. Returns the minutes to wait when one is used up, else null. The key of an address
 * limit is the client's network; any other needs the account it is about. Where the store takes no writes, a limit on
 * guessing fails with it; one that only spares work lets through, since what may be read can be read all the same.
 */
export async function consume(args: RequestArgs, limits: Limit[], account = ""): Promise<number | null> {
  const waits = await Promise.all(
    limits.map((limit) => {
      const key = limit.endsWith(":address") ? limitKey(args.context.address) : account.toLowerCase();
      return SPARES_WORK.has(limit) ? countLater(args, limit, key) : count(args, limit, key);
    }),
  );
  const wait = Math.max(...waits);
  if (wait === 0) return null;
  noteRefusal(args, "rate-limit", { limit: limits.filter((_, index) => waits[index]).join(" ") });
  return wait;
}

/** Counts a try before anything else is done; the minutes to wait, 0 for none. */
async function count({ context }: RequestArgs, limit: Limit, key: string): Promise<number> {
  try {
    await limiter(context.services.db, limit).consume(key);
    return 0;
  } catch (used) {
    if (used instanceof RateLimiterRes) return minutesOf(used);
    throw used;
  }
}

/**
 * Looks at what was counted, and has the try counted together with whatever the request writes next: to wait for the
 * disk would take longer than most of the work that is spared. Tries of one moment may so be a few too many.
 */
async function countLater({ context }: RequestArgs, limit: Limit, key: string): Promise<number> {
  const { services, requestId } = context;
  const { db, log } = services;
  const tries = limiter(db, limit);
  const used = await tries.get(key);
  if (used && used.remainingPoints <= 0) return minutesOf(used);
  tries.consume(key).catch((error: unknown) => {
    if (error instanceof RateLimiterRes) return;
    losePatience(db.$client, error);
    log.error({ err: error, requestId, limit }, "a try could not be counted");
  });
  return 0;
}

const minutesOf = ({ msBeforeNext }: RateLimiterRes) => Math.max(1, Math.ceil(msBeforeNext / 60_000));

/** Forgets the tries of an account that has just proved itself. */
export async function forgive(args: RequestArgs, limit: Limit, account: string): Promise<void> {
  await limiter(args.context.services.db, limit).delete(account.toLowerCase());
}
