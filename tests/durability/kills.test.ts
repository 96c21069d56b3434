import { setTimeout as after } from "node:timers/promises";
import { expect, inject, it, onTestFinished } from "vitest";
import { lookInside } from "../support/inside";
import { type RunningServer, startServer } from "../support/server";
import { Savers, seeded } from "./savers";
import { seatsIn } from "./seats";
import { faultsIn } from "./verify-store";

/** How much a round of saving, killing, starting and checking may take, in milliseconds. */
const ROUND = 15_000;

/** Assessors at a running server. The door into its store is closed again: an open one would keep its log alive. */
async function seatsAt(server: RunningServer) {
  const inside = lookInside(server);
  const given = await seatsIn(inside);
  inside.close();
  return given;
}

it(
  `keeps every acknowledged judgment through ${inject("kills")} kills`,
  async () => {
    const seed = inject("seed");
    const random = seeded(seed);
    const server = await startServer({ LOG_LEVEL: "error" });
    onTestFinished(async () => void (await server.stop()));
    const { seats, rubric } = await seatsAt(server);
    const savers = new Savers(server, seats, rubric, random);
    const starts: number[] = [];
    for (let kill = 1; kill <= inject("kills"); kill += 1) {
      await savers.hear(1 + Math.floor(random() * 25));
      // Anywhere within a save, which takes a few milliseconds.
      await after(random() * 12);
      await server.kill();
      const began = performance.now();
      const back = server.restart();
      savers.wait(back);
      await back;
      starts.push(performance.now() - began);
      expect(faultsIn(server.dataDir, savers.acknowledged), `seed ${seed}, kill ${kill}`).toEqual([]);
    }
    await savers.stop();
    expect(faultsIn(server.dataDir, savers.acknowledged), `seed ${seed}, at the end`).toEqual([]);
    const slowest = Math.round(Math.max(...starts));
    console.log(
      `seed ${seed}: ${inject("kills")} kills, ${savers.acknowledged.length} judgments acknowledged and kept, ` +
        `${savers.repeated} sends repeated, slowest start ${slowest} ms`,
    );
    // Kills that hit no save would prove nothing.
    expect(savers.repeated).toBeGreaterThan(0);
  },
  30_000 + inject("kills") * ROUND,
);
