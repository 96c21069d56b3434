import { existsSync, readFileSync } from "node:fs";
import { setTimeout as after } from "node:timers/promises";
import { expect, inject, it, onTestFinished } from "vitest";
import { lookInside } from "../support/inside";
import { type RunningServer, startServer } from "../support/server";
import { LINUX, workersOf } from "../support/workers";
import { Savers, seeded } from "./savers";
import { seatsIn } from "./seats";
import { faultsIn } from "./verify-store";

/** Resolves once a server has so many workers and none of those named. */
async function untilReplaced(server: RunningServer, count: number, gone: number[]): Promise<void> {
  for (;;) {
    const now = workersOf(server);
    if (now.length === count && !now.some((pid) => gone.includes(pid))) return;
    await after(20);
  }
}

/** A worker that loses the process above it ends by itself, and may have been quicker. */
function killIfThere(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

/** Resolves once there is no such process, or it waits only for somebody to hear of its end. */
async function untilGone(pid: number): Promise<void> {
  const state = () => /^State:\s+(\S)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  while (existsSync(`/proc/${pid}`)) {
    try {
      if (state() === "Z") return;
    } catch {
      return;
    }
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
      const [worker] = workersOf(server);
      if (worker === undefined) throw new Error("there is no worker to be killed");
      process.kill(worker, "SIGKILL");
      await untilReplaced(server, 2, [worker]);
      await savers.hear(10);
      expect(faultsIn(server.dataDir, savers.acknowledged), `worker ${kill}`).toEqual([]);
    }
    for (let kill = 1; kill <= 3; kill += 1) {
      await savers.hear(10 + Math.floor(random() * 20));
      const workers = workersOf(server);
      const ended = server.kill();
      // The last time they are left to themselves: without the process above them they end, and free the port.
      if (kill < 3) for (const worker of workers) killIfThere(worker);
      await ended;
      for (const worker of workers) await untilGone(worker);
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
