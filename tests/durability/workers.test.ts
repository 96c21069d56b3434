import { existsSync, readFileSync } from "node:fs";
import { setTimeout as after } from "node:timers/promises";
import { expect, inject, it, onTestFinished } from "vitest";
import { lookInside } from "../support/inside";
import { type RunningServer, startServer } from "../support/server";
import { Savers, seeded } from "./savers";
import { seatsIn } from "./seats";
import { faultsIn } from "./verify-store";

const LINUX = existsSync("/proc/self/task");

/** The processes that a server's first process has started, as Linux lists them. */
function workersOf(server: RunningServer): number[] {
  const pid = server.pid();
  const listed = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8");
  return listed.trim().split(" ").filter(Boolean).map(Number);
}

/** Resolves once a server has so many workers and none of those named. */
async function untilReplaced(server: RunningServer, count: number, gone: number[]): Promise<void> {
  for (;;) {
    const now = workersOf(server);
    if (now.length === count && !now.some((pid) => gone.includes(pid))) return;
    await after(20);
  }
}

it.runIf(LINUX)(
  "keeps every acknowledged judgment when a worker is killed, and when all are with the process above them",
  async () => {
    const random = seeded(inject("seed"));
    const server = await startServer({ LOG_LEVEL: "error", WORKERS: "2" });
    onTestFinished(async () => void (await server.stop()));
    const inside = lookInside(server);
    const { seats, rubric } = await seatsIn(inside);
    inside.close();
    const savers = new Savers(server, seats, rubric, random);
    for (let kill = 1; kill <= 3; kill += 1) {
      await savers.hear(10 + Math.floor(random() * 20));
      const [worker = 0] = workersOf(server);
      process.kill(worker, "SIGKILL");
      await untilReplaced(server, 2, [worker]);
      await savers.hear(10);
      expect(faultsIn(server.dataDir, savers.acknowledged), `worker ${kill}`).toEqual([]);
    }
    for (let kill = 1; kill <= 3; kill += 1) {
      await savers.hear(10 + Math.floor(random() * 20));
      const workers = workersOf(server);
      const ended = server.kill();
      for (const worker of workers) process.kill(worker, "SIGKILL");
      await ended;
      const back = server.restart();
      savers.wait(back);
      await back;
      expect(faultsIn(server.dataDir, savers.acknowledged), `all ${kill}`).toEqual([]);
    }
    await savers.stop();
    expect(faultsIn(server.dataDir, savers.acknowledged)).toEqual([]);
    expect(savers.repeated).toBeGreaterThan(0);
  },
  180_000,
);
