import { spawnSync } from "node:child_process";
import cluster from "node:cluster";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { expect, it, onTestFinished } from "vitest";
import { askForLife } from "~/http/signs-of-life";
import { lookInside } from "../support/inside";
import { inRepository } from "../support/root";
import { freePort, type RunningServer, startServer } from "../support/server";

/** Long enough for a slow machine; nothing waits so long where it works. */
const SOON = 20_000;

async function running(): Promise<RunningServer> {
  const server = await startServer({ WORKERS: "2" });
  onTestFinished(async () => void (await server.stop()));
  return server;
}

/** The processes that a server has started; where there is no /proc, ps knows them. */
function workersOf(server: RunningServer): number[] {
  const parent = server.pid();
  const listed = `/proc/${parent}/task/${parent}/children`;
  if (existsSync(listed)) return readFileSync(listed, "utf8").trim().split(/\s+/).filter(Boolean).map(Number);
  const { stdout } = spawnSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" });
  const pairs = stdout.split("\n").map((line) => line.trim().split(/\s+/).map(Number));
  return pairs.filter(([, above]) => above === parent).map(([pid = 0]) => pid);
}

async function until(holds: () => boolean): Promise<boolean> {
  for (const end = Date.now() + SOON; Date.now() < end; await wait(50)) if (holds()) return true;
  return false;
}

/** One request on a connection of its own, so that the workers take turns. */
async function ask(server: RunningServer, path: string, cookie = ""): Promise<number> {
  const response = await fetch(server.url + path, {
    redirect: "manual",
    headers: { cookie, connection: "close" },
  });
  await response.arrayBuffer();
  return response.status;
}

it("serves from two processes, between which a session makes no difference", async () => {
  const server = await running();
  expect(workersOf(server)).toHaveLength(2);
  const inside = lookInside(server);
  const { jar } = await inside.signIn("consultant");
  inside.close();
  const statuses = await Promise.all(
    Array.from({ length: 8 }, () => ask(server, "/companies", jar.header())),
  );
  expect(new Set(statuses)).toEqual(new Set([200]));
});

it("prepares the store and says how to begin once", async () => {
  const server = await running();
  expect(server.output().match(/\/account\/[\w-]{20,}/g)).toHaveLength(1);
  expect(await ask(server, new URL(server.ownerLink, server.url).pathname)).toBe(200);
  const inside = lookInside(server);
  const count = (table: string) => inside.db.$client.prepare(`select count(*) from ${table}`).pluck().get();
  expect([count("workspace"), count("company"), count("lease")]).toEqual([1, 1, 1]);
  inside.close();
});

it("replaces a worker that was killed, and answers meanwhile", async () => {
  const server = await running();
  const [first = 0, second = 0] = workersOf(server);
  process.kill(first, "SIGKILL");
  expect(await until(() => server.output().includes("a worker has ended"))).toBe(true);
  expect(await ask(server, "/sign-in")).toBe(200);
  expect(await until(() => workersOf(server).filter((pid) => pid !== first).length === 2)).toBe(true);
  expect(workersOf(server)).toContain(second);
  const statuses = await Promise.all(Array.from({ length: 6 }, () => ask(server, "/sign-in")));
  expect(new Set(statuses)).toEqual(new Set([200]));
});

it("has workers that tell the process above them that they live", async () => {
  const { dataDir, url } = await running();
  // Another worker on the same store, above which is this test.
  cluster.setupPrimary({ exec: inRepository("build/node/serve.mjs"), silent: true });
  const PORT = String(await freePort());
  const worker = cluster.fork({ DATA_DIR: dataDir, BASE_URL: url, PORT, WORKERS: "2", LOG_LEVEL: "silent" });
  onTestFinished(() => void worker.process.kill("SIGKILL"));
  await once(worker, "listening");
  const said = once(worker, "message");
  askForLife(worker, () => {}, 1_200);
  expect(await said).toMatchObject([{ debugged: false }, undefined]);
});

it("stops in order, with everything it has started", async () => {
  const server = await startServer({ WORKERS: "2" });
  const workers = workersOf(server);
  expect(await server.stop()).toBe(0);
  const alive = workers.filter((pid) => {
    try {
      process.kill(pid, 0);
      return true;
    } catch {
      return false;
    }
  });
  expect(alive).toEqual([]);
});

it("passes a signal that comes twice, as from a terminal, and still stops in order", async () => {
  const server = await startServer({ WORKERS: "2" });
  for (const pid of [...workersOf(server), server.pid() ?? 0]) process.kill(pid, "SIGINT");
  expect(await server.stop()).toBe(0);
});
