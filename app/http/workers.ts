import cluster, { type Worker } from "node:cluster";
import type { Logger } from "pino";
import { GRACE, onStopSignal } from "./stop-on-signal";

/** A worker that ended sooner than this after its start is started again later and later. */
const SETTLED = 10_000;
const FIRST_WAIT = 250;
const LONGEST_WAIT = 10_000;

/**
 * A worker lives beside others: it collects its garbage more often, and keeps less room for new objects and for the
 * allocator's threads. Together that is a third of its memory, for some hundredths of its time.
 */
const SMALL = ["--max-semi-space-size=8", "--heap-growing-percent=30"];
const FEW_ARENAS = { MALLOC_ARENA_MAX: "2" };
/** Maps of half of the code take as much memory as the drawn reports that are kept. */
const MAPS = "--enable-source-maps";

type Options = {
  count: number;
  log: Logger;
  /** Called once, when all workers listen for the first time. */
  ready: () => void;
};

/**
 * Keeps so many copies of this process at work behind one port. The first one goes ahead: if it cannot start, it has
 * said why, and this process ends as it did. From then on a worker that ends is replaced. On SIGTERM or SIGINT all of
 * them stop in order, and this process with them.
 */
export function keepWorkers({ count, log, ready }: Options): void {
  cluster.setupPrimary({ execArgv: [...process.execArgv.filter((flag) => flag !== MAPS), ...SMALL] });
  let stopping = false;
  let quickEnds = 0;
  let listening = 0;
  const fork = () => {
    if (stopping) return;
    const started = performance.now();
    const worker = cluster.fork(FEW_ARENAS);
    worker.once("listening", () => {
      listening += 1;
      if (listening === 1) for (let more = 1; more < count; more++) fork();
      if (listening === count) ready();
    });
    worker.once("exit", (code, signal) => {
      if (stopping) return;
      if (listening === 0) process.exit(code || 1);
      quickEnds = performance.now() - started < SETTLED ? quickEnds + 1 : 0;
      const wait = quickEnds === 0 ? 0 : Math.min(FIRST_WAIT * 2 ** (quickEnds - 1), LONGEST_WAIT);
      log.warn({ worker: worker.process.pid, code, signal, wait }, "a worker has ended, and is replaced");
      setTimeout(fork, wait);
    });
  };
  fork();
  onStopSignal(() => {
    stopping = true;
    stopAll(Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined));
  });
}

/** Asks every worker to stop, waits for them, and ends; those that do not within their time are ended. */
function stopAll(workers: Worker[]): void {
  let left = workers.length;
  let failed = false;
  const finish = () => process.exit(failed ? 1 : 0);
  if (left === 0) finish();
  const forced = setTimeout(
    () => {
      failed = true;
      for (const worker of workers) worker.process.kill("SIGKILL");
    },
    GRACE + GRACE / 2,
  );
  forced.unref();
  for (const worker of workers) {
    worker.once("exit", (code) => {
      left -= 1;
      failed ||= code !== 0 && code !== null;
      if (left === 0) finish();
    });
    worker.process.kill("SIGTERM");
  }
}
