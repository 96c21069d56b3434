import cluster, { type Worker } from "node:cluster";
import type { Logger } from "pino";
import { askForLife } from "./signs-of-life";
import { GRACE, onStopSignal } from "./stop-on-signal";

/** A worker that ended sooner than this after its start is started again later and later. */
const SETTLED = 10_000;
const FIRST_WAIT = 250;
const LONGEST_WAIT = 10_000;

/**
 * A worker lives beside others: it collects its garbage more often, and keeps less room for new objects and for the
 * allocator's threads. Together that is a third of its memory, for some hundredths of its time.
 */
const SMALL = ["--max-semi-space-size=4", "--heap-growing-percent=30"];
const FRUGAL = {
  MALLOC_ARENA_MAX: "2",
  // Its usual value, but fixed: otherwise each large block that is freed lets the allocator keep more of the next ones.
  MALLOC_TRIM_THRESHOLD_: "131072",
};
/** Maps of half of the code take as much memory as the drawn reports that are kept. */
const MAPS = "--enable-source-maps";

/** Why a worker is replaced: it has ended by itself, or was ended because it gave no sign of life. */
export type Replaced = "ended" | "hung";

type Options = {
  count: number;
  log: Logger;
  /** Called once, when all workers listen for the first time. */
  ready: () => void;
  /** Called for every worker that is replaced. */
  replaced: (why: Replaced) => void;
  /** How long a worker may give no sign of life, in milliseconds. */
  silence?: number;
};

/**
 * Keeps so many copies of this process at work behind one port. The first one goes ahead: if it cannot start, it has
 * said why, and this process ends as it did. From then on a worker that ends is replaced, and one that hangs is ended.
 * On SIGTERM or SIGINT all of them stop in order, and this process with them.
 */
export function keepWorkers({ count, log, ready, replaced, silence }: Options): void {
  cluster.setupPrimary({ execArgv: [...process.execArgv.filter((flag) => flag !== MAPS), ...SMALL] });
  let stopping = false;
  let quickEnds = 0;
  let listening = 0;
  const fork = () => {
    if (stopping) return;
    const started = performance.now();
    const worker = cluster.fork(FRUGAL);
    let why: Replaced = "ended";
    const hangs = () => {
      if (stopping) return;
      why = "hung";
      endHanging(worker, log);
    };
    worker.once("listening", () => {
      askForLife(worker, hangs, silence);
      listening += 1;
      if (listening === 1) for (let more = 1; more < count; more++) fork();
      if (listening === count) ready();
    });
    worker.once("exit", (code, signal) => {
      if (stopping) return;
      if (listening === 0) process.exit(code || 1);
      quickEnds = performance.now() - started < SETTLED ? quickEnds + 1 : 0;
      const wait = waitAfter(quickEnds);
      const { pid } = worker.process;
      log.warn({ worker: pid, code, signal, wait, why }, "a worker has ended, and is replaced");
      replaced(why);
      setTimeout(fork, wait);
    });
  };
  fork();
  onStopSignal(() => {
    stopping = true;
    stopAll(Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined));
  });
}

/** How long to wait before another start, after so many workers in a row that did not last. */
function waitAfter(quickEnds: number): number {
  return quickEnds === 0 ? 0 : Math.min(FIRST_WAIT * 2 ** (quickEnds - 1), LONGEST_WAIT);
}

function endHanging(worker: Worker, log: Logger): void {
  const err = new Error("its event loop does not turn");
  log.error({ err, worker: worker.process.pid }, "a worker gives no sign of life, and is ended");
  // Nothing milder reaches it.
  worker.process.kill("SIGKILL");
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
