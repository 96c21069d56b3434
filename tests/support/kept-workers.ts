/**
 * A program of two workers that do nothing but answer, for looking at how workers are kept:
 * kept-workers.ts <milliseconds that one may be silent>. Prints "worker <pid> <port>" for each that listens, and
 * "replaced <why>". A request for /hang is never answered, and its worker hears of nothing any more.
 */
import cluster from "node:cluster";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createLog } from "~/http/log";
import { answerForLife } from "~/http/signs-of-life";
import { keepWorkers } from "~/http/workers";

const say = (line: string) => void process.stdout.write(`${line}\n`);

if (cluster.isPrimary) {
  keepWorkers({
    ...{ count: 2, silence: Number(process.argv[2]), log: createLog("warn"), ready: () => say("ready") },
    replaced: (why) => say(`replaced ${why}`),
  });
} else {
  answerForLife();
  const server = createServer((request, response) => {
    while (request.url === "/hang");
    response.end(`${process.pid}`);
  });
  server.listen(0, "127.0.0.1", () => {
    say(`worker ${process.pid} ${(server.address() as AddressInfo).port}`);
  });
}
