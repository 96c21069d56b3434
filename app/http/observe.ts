import cluster from "node:cluster";
import { statSync } from "node:fs";
import type { DestinationStream, Logger } from "pino";
import type { Db } from "#db/client";
import { countWaitingMail } from "#db/mail";
import type { Watch } from "#db/slow-queries";
import type { Env } from "~/env.server";
import { version } from "../../package.json";
import { ErrorReports } from "./error-reports";
import type { EventStreams } from "./event-stream";
import { createLog } from "./log";
import { Metrics } from "./metrics";
import { shareMetrics } from "./worker-metrics";

/**
 * The log (on standard output, or `logTo`) and the figures of a process: errors are counted, and reported where
 * ERROR_REPORT_URL says to.
 */
export function observed(env: Env, logTo?: DestinationStream): { log: Logger; metrics: Metrics } {
  const metrics = new Metrics();
  if (cluster.isWorker) metrics.read = shareMetrics(metrics.registry);
  const reports = env.ERROR_REPORT_URL
    ? new ErrorReports({
        url: env.ERROR_REPORT_URL,
        failed: (why) => log.warn({ why }, "an error report did not arrive"),
      })
    : null;
  const log = createLog(env.LOG_LEVEL, logTo, (error) => {
    metrics.error();
    void reports?.report({ ...error, version });
  });
  return { log, metrics };
}

/** What slow statements of the store are told to: the log, and the figures. */
export function slowQueries(env: Env, { log, metrics }: { log: Logger; metrics: Metrics }): Watch {
  return {
    threshold: env.SLOW_QUERY_MS,
    report: (query) => {
      metrics.slowQuery();
      log.warn(query, "a slow query");
    },
  };
}

/** Takes the size of the store, and what waits in it, into the figures. */
export function observeStore(options: { db: Db; streams: EventStreams; metrics: Metrics }): void {
  const { db, streams, metrics } = options;
  metrics.observe({
    mailWaiting: () => countWaitingMail(db),
    eventStreams: () => streams.size,
    storeBytes: () => statSync(db.$client.name, { throwIfNoEntry: false })?.size ?? 0,
  });
}
