import { timingSafeEqual } from "node:crypto";
import { Counter, collectDefaultMetrics, Gauge, Histogram, type MetricObject, Registry } from "prom-client";
import type { Replaced } from "./workers";

/** How long requests take, in seconds; the bounds of the histogram. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What is read at the moment somebody asks. */
export type Gauges = {
  /** Messages that wait to be sent. */
  mailWaiting: () => number;
  eventStreams: () => number;
  /** Bytes of the store's file. */
  storeBytes: () => number;
};

/** The figures of one process, in the text format of Prometheus. */
export class Metrics {
  readonly registry = new Registry();
  /** The figures as text; of all workers where there are several. */
  read = () => this.registry.metrics();
  #requests = new Histogram({
    name: "selaras_http_request_duration_seconds",
    help: "How long requests took, by method, route and status.",
    labelNames: ["method", "route", "status"] as const,
    buckets: BUCKETS,
    registers: [this.registry],
  });
  #slow = new Counter({
    name: "selaras_slow_queries_total",
    help: "Statements that took longer than SLOW_QUERY_MS.",
    registers: [this.registry],
  });
  #errors = new Counter({
    name: "selaras_errors_total",
    help: "Errors that the log has in full.",
    registers: [this.registry],
  });

  /** Only the process above several workers counts these, so they are among its figures alone. */
  #replaced = new Counter({
    name: "selaras_workers_replaced_total",
    help: "Workers that were replaced: those that had ended, and those that hung and were ended.",
    labelNames: ["why"] as const,
    registers: [],
  });

  constructor() {
    for (const why of ["ended", "hung"] as const) this.#replaced.inc({ why }, 0);
  }

  /** Counts a request that was answered; `route` as routes.ts spells it. */
  request(answered: { method: string; route: string; status: number; milliseconds: number }): void {
    const { method, route, status, milliseconds } = answered;
    this.#requests.observe({ method: knownMethod(method), route, status }, milliseconds / 1000);
  }

  slowQuery(): void {
    this.#slow.inc();
  }

  error(): void {
    this.#errors.inc();
  }

  workerReplaced(why: Replaced): void {
    this.#replaced.inc({ why });
  }

  /** What the process above several workers has to tell besides theirs. */
  aboveWorkers(): Promise<MetricObject[]> {
    return Promise.all([this.#errors.get(), this.#slow.get(), this.#replaced.get()]);
  }

  /** Adds the figures of the process and of the store. Tests leave the former out: they hold timers. */
  observe(gauges: Gauges): void {
    collectDefaultMetrics({ register: this.registry });
    this.#gauge("selaras_mail_waiting", "Messages that wait to be sent.", gauges.mailWaiting);
    this.#gauge("selaras_event_streams", "Open event streams.", gauges.eventStreams);
    this.#gauge("selaras_store_bytes", "Bytes of the store's file.", gauges.storeBytes);
  }

  #gauge(name: string, help: string, read: () => number): void {
    const gauge: Gauge = new Gauge({
      ...{ name, help, registers: [this.registry] },
      // Every worker reads the same store and knows its own streams only.
      aggregator: name === "selaras_event_streams" ? "sum" : "max",
      collect: () => gauge.set(read()),
    });
  }
}

/** A request may name any method it likes; a label may not. */
function knownMethod(method: string): string {
  return ["GET", "HEAD", "POST", "OPTIONS"].includes(method) ? method : "other";
}

type Asked = { env: { METRICS_TOKEN?: string }; metrics: Pick<Metrics, "registry" | "read"> };

/**
 * Answers /metrics to whoever sends the token of METRICS_TOKEN ("Authorization: Bearer <token>"), 401 to others; null
 * for every other path, and where there is no such token.
 */
export async function answerMetrics(request: Request, { env, metrics }: Asked): Promise<Response | null> {
  const token = env.METRICS_TOKEN;
  if (!token || new URL(request.url).pathname !== "/metrics") return null;
  const headers = { "Cache-Control": "no-store" };
  if (!carries(request, token)) {
    return new Response(null, { status: 401, headers: { ...headers, "WWW-Authenticate": "Bearer" } });
  }
  const text = await metrics.read();
  return new Response(text, { headers: { ...headers, "Content-Type": metrics.registry.contentType } });
}

/** Compared in constant time. */
function carries(request: Request, token: string): boolean {
  const given = Buffer.from(request.headers.get("Authorization") ?? "");
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.byteLength === wanted.byteLength && timingSafeEqual(given, wanted);
}
