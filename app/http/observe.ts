import cluster from "node:cluster";
import { statSync } from "node:fs";
import type { Logger } from "pino";
import type { Db } from "#db/client";
import { countWaitingMail } from "#db/mail";
import { watchQueries } from "#db/slow-queries";
import type { Env } from "~/env.server";
import { version } from "../../package.json";
import { ErrorReports } from "./error-reports";
import type { EventStreams } from "./event-stream";
import { createLog } from "./log";
import { Metrics } from "./metrics";
import { shareMetrics } from "./worker-metrics";

/** The log and the figures of a process: errors are counted, and reported where ERROR_REPORT_URL says to. */
export function observed(env: Env): { log: Logger; metrics: Metrics } {
  const metrics = new Metrics();
  if (cluster.isWorker) metrics.read = shareMetrics(metrics.registry);
  const reports = env.ERROR_REPORT_URL
    ? new ErrorReports({
        url: env.ERROR_REPORT_URL,
        failed: (why) => log.warn({ why }, "an error report did not arrive"),
      })
    : null;
  const log = createLog(env.LOG_LEVEL, undefined, (error) => {
    metrics.error();
    void reports?.report({ ...error, version });
  });
  return { log, metrics };
}

/** Watches the store: slow statements go to the log, its size and what waits in it into the figures. */
export function observeStore(options: {
  env: Env;
  db: Db;
  streams: EventStreams;
  log: Logger;
  metrics: Metrics;
}): void {
  const { env, db, streams, log, metrics } = options;
  watchQueries(db.$client, env.SLOW_QUERY_MS, (query) => {
    metrics.slowQuery();
    log.warn(query, "a slow query");
  });
  metrics.observe({
    mailWaiting: () => countWaitingMail(db),
    eventStreams: () => streams.size,
    storeBytes: () => statSync(db.$client.name, { throwIfNoEntry: false })?.size ?? 0,
  });
}
