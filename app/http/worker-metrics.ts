import cluster from "node:cluster";
import { AggregatorRegistry, type Registry } from "prom-client";

/** With several workers, one of them is asked for the figures, and has to tell those of all. */
const TOPIC = "selaras:metrics";
const PATIENCE = 6_000;

type Message = { topic: typeof TOPIC; request: number; text?: string };

/** In the process above the workers: adds their figures up for the one that asks. */
export function gatherMetrics(): void {
  const all = new AggregatorRegistry();
  cluster.on("message", (worker, message: Message) => {
    if (message?.topic !== TOPIC) return;
    const answer = (text?: string) => worker.isConnected() && worker.send({ ...message, text });
    all.clusterMetrics().then(answer, () => answer());
  });
}

/** In a worker: hands its figures to the process above, and returns what reads those of all workers. */
export function shareMetrics(registry: Registry): () => Promise<string> {
  AggregatorRegistry.setRegistries(registry);
  new AggregatorRegistry();
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
        if (message?.topic !== TOPIC || message.request !== request) return;
        const { text } = message;
        end(() => (text === undefined ? reject(new Error("no figures came")) : resolve(text)));
      };
      const timer = setTimeout(() => end(() => reject(new Error("no figures came in time"))), PATIENCE);
      process.on("message", hear);
      process.send?.({ topic: TOPIC, request } satisfies Message);
    });
  };
}
