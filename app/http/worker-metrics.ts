import cluster, { type Worker } from "node:cluster";
import { AggregatorRegistry, Gauge, type MetricObject, type Registry } from "prom-client";

/** With several workers, one of them is asked for the figures, and has to tell those of all. */
const ALL = "selaras:metrics";
/** How the process above asks each of them for its own. */
const OWN = "selaras:own-metrics";
/** A worker that is being started, or hangs, must not keep the figures of the others back for longer. */
const PATIENCE = 2_000;
const LONGEST = 2 * PATIENCE;

export type Figures = MetricObject[];
type Message = { topic: typeof ALL; request: number; text?: string };
type Question = { topic: typeof OWN; request: number; figures?: Figures };

/**
 * In the process above the workers: adds up the figures of those that answer, for the one that asks, and `own` ones of
 * this process.
 */
export function gatherMetrics(own: () => Promise<Figures>): void {
  let last = 0;
  cluster.on("message", (asking, message: Message) => {
    if (message?.topic !== ALL) return;
    const answer = (text?: string) => asking.isConnected() && asking.send({ ...message, text });
    const workers = Object.values(cluster.workers ?? {}).filter((worker) => worker?.isConnected());
    Promise.all([own(), ...workers.map((worker) => worker && ownOf(worker, ++last))])
      .then(([mine = [], ...theirs]) => addUp(theirs, mine))
      .then(answer, () => answer());
  });
}

/** The figures of one worker; none where it does not answer in time. */
function ownOf(worker: Worker, request: number): Promise<Figures | undefined> {
  return new Promise((resolve) => {
    const end = (figures?: Figures) => {
      clearTimeout(timer);
      worker.off("message", hear);
      resolve(figures);
    };
    const hear = (message: Question) => {
      if (message?.topic === OWN && message.request === request) end(message.figures);
    };
    const timer = setTimeout(end, PATIENCE);
    worker.on("message", hear);
    // One that ends meanwhile is heard of by its silence.
    worker.send({ topic: OWN, request } satisfies Question, () => undefined);
  });
}

/** One text of the figures of several workers, with the number of those that have answered, and of the process above. */
export function addUp(given: (Figures | undefined)[], above: Figures = []): Promise<string> {
  const heard = given.filter((figures) => figures !== undefined);
  const all = AggregatorRegistry.aggregate([...heard, above]);
  const help = "Workers that have answered; less than WORKERS while one is started, or hangs.";
  new Gauge({ name: "selaras_workers", help, registers: [all] }).set(heard.length);
  return all.metrics();
}

/** In a worker: hands its figures to the process above, and returns what reads those of all workers. */
export function shareMetrics(registry: Registry): () => Promise<string> {
  process.on("message", async (message: Question) => {
    if (message?.topic !== OWN) return;
    const figures = await registry.getMetricsAsJSON().catch(() => undefined);
    if (process.connected) process.send?.({ ...message, figures } satisfies Question);
  });
  let last = 0;
  return () => {
    const request = ++last;
    return new Promise((resolve, reject) => {
      const end = (work: () => void) => {
        clearTimeout(timer);
        process.off("message", hear);
        work();
      };
      const hear = (message: Message) => {
        if (message?.topic !== ALL || message.request !== request) return;
        const { text } = message;
        end(() => (text === undefined ? reject(new Error("no figures came")) : resolve(text)));
      };
      const timer = setTimeout(() => end(() => reject(new Error("no figures came in time"))), LONGEST);
      process.on("message", hear);
      process.send?.({ topic: ALL, request } satisfies Message);
    });
  };
}
