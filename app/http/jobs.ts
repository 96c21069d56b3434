import { randomUUID } from "node:crypto";
import { releaseLease, takeLease } from "#db/leases";
import { losePatience } from "#db/patience";
import { startDelivery } from "~/mail/deliver";
import { startBackups } from "./backups";
import type { Services } from "./context";
import { startReminders } from "./reminders";
import { startRetention } from "./retention";

/** Starts what recurs, now and from now on, and returns what ends it. */
type Job = (services: Services) => () => void;

const JOBS: Job[] = [startDelivery, startRetention, startReminders, startBackups];

const LEASE = "recurring-jobs";
/** How long after a process has died another takes over, and how often the one that runs the jobs says it lives. */
const LASTS = 30_000;
const EVERY = 5_000;

/**
 * Runs the recurring jobs in one process of all that share the store: the one that holds the lease. The others ask for
 * it now and then. The returned function ends the jobs of this process, and gives the lease back.
 */
export function startJobs(services: Services, jobs = JOBS, every = EVERY): () => void {
  const holder = randomUUID();
  let stops: (() => void)[] = [];
  let until = 0;
  const end = () => {
    for (const stop of stops) stop();
    stops = [];
  };
  const tick = () => {
    try {
      if (takeLease(services.db, LEASE, holder, services.clock(), LASTS)) {
        until = performance.now() + LASTS;
        if (stops.length === 0) stops = jobs.map((start) => start(services));
      } else end();
    } catch (error) {
      // Asked every few seconds: were each of them to wait for a lock in vain, the process would do nothing else.
      losePatience(services.db.$client, error);
      services.log.warn({ err: error }, "the lease of the recurring jobs could not be asked for");
      // A store that is busy for a moment takes the jobs from nobody; one that is out of reach for long does.
      if (performance.now() > until) end();
    }
  };
  tick();
  const timer = setInterval(tick, every);
  timer.unref();
  return () => {
    clearInterval(timer);
    end();
    giveBack(services, holder);
  };
}

function giveBack({ db, log }: Services, holder: string): void {
  try {
    releaseLease(db, LEASE, holder);
  } catch (error) {
    log.warn({ err: error }, "the lease of the recurring jobs could not be given back");
  }
}
