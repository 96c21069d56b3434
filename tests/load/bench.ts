import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "#db/client";
import { inRepository } from "../support/root";
import { type RunningServer, startServer } from "../support/server";
import type { Beside, BesideTask } from "./bench-beside";
import type { Closed, Counted, Task } from "./bench-client";
import { memoryOf } from "./bench-memory";
import { makeScene, type Scene, storeOf } from "./bench-scene";
import { inserted, type Measured, type PageName, printTable, type Sample } from "./bench-table";

/**
 * How much one machine serves: `npm run bench`, or `npm run bench -- --quick` for a look. Everything runs on this machine
 * by turns, so that whatever else it does meanwhile falls on all alike; the ratios count, not the figures.
 */
const quick = process.argv.includes("--quick");
const SIZE = quick
  ? { companies: 40, assessors: 2_000, fresh: 1_000, accounts: 150 }
  : { companies: 300, assessors: 10_000, fresh: 2_000, accounts: 800 };
const ROUNDS = quick ? 1 : 5;
const SECONDS = quick ? 1 : 2;
const CONNECTIONS = 16;
/** 10,000 people who save every 20 seconds. */
const RATE = 500;
const STEADY = quick ? 5 : 40;

type Servers = { one: RunningServer; all: RunningServer };

/** A helper process that answers one message at a time. */
function helper<T>(file: string) {
  const child: ChildProcess = fork(inRepository(`tests/load/${file}`), { execArgv: ["--import", "tsx"] });
  const ready = once(child, "message");
  return {
    async ask<R>(task: T): Promise<R> {
      await ready;
      child.send(task as object);
      const [answer] = (await once(child, "message")) as [{ result?: R; error?: string }];
      if (answer.error !== undefined) throw new Error(`${file}: ${answer.error}`);
      return answer.result as R;
    },
    end: () => void child.kill(),
  };
}

const client = helper<Task>("bench-client.ts");
const beside = helper<BesideTask>("bench-beside.ts");
const folder = mkdtempSync(join(tmpdir(), "selaras-bench-"));
const running: RunningServer[] = [];

const say = (line: string) => process.stderr.write(`${line}\n`);

async function main(): Promise<void> {
  const started = performance.now();
  const scene = await makeScene(join(folder, "one"), SIZE);
  for (const copy of ["all", "beside"]) cpSync(scene.dataDir, join(folder, copy), { recursive: true });
  say(`seeded after ${elapsed(started)} s`);
  const other = await beside.ask<Beside>({
    kind: "start",
    scene: { ...scene, dataDir: join(folder, "beside") },
  });
  const servers = {
    one: await start(scene, "one", 1),
    all: await start(scene, "all", availableParallelism()),
  };
  await warmUp({ scene, servers, other });
  const samples: Sample[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const page of Object.keys(scene.pages) as PageName[])
      await measurePage(page, { scene, servers, other, samples });
    await measureSaves({ scene, servers, samples });
    say(`round ${round + 1} of ${ROUNDS} after ${elapsed(started)} s`);
  }
  const steady = await manyAssessors(scene, servers.all);
  const memory = await memoryOf(servers.all.pid());
  const measured: Measured = {
    samples,
    steady,
    memory,
    pages: other.pages,
    scene,
    rate: RATE,
    seconds: STEADY,
    connections: CONNECTIONS,
  };
  printTable(measured);
  say(`done after ${elapsed(started)} s`);
}

const elapsed = (since: number) => Math.round((performance.now() - since) / 1000);

async function start({ secret }: Scene, name: string, workers: number): Promise<RunningServer> {
  const server = await startServer({
    DATA_DIR: join(folder, name),
    SESSION_SECRET: secret,
    WORKERS: String(workers),
  });
  running.push(server);
  return server;
}

type Given = { scene: Scene; servers: Servers; samples: Sample[] };

/**
 * Every process first compiles what it runs often; that is not measured. Several workers get so much longer for it, as
 * each has its share of the requests only. What runs beside the app is the same for every page, so that the first one
 * warms it up.
 */
async function warmUp(given: { scene: Scene; servers: Servers; other: Beside }): Promise<void> {
  const samples: Sample[] = [];
  const pages = Object.keys(given.scene.pages) as PageName[];
  for (const [index, page] of pages.entries())
    await measurePage(page, { ...given, samples }, { beside: index === 0, warming: true });
  await measureSaves({ ...given, samples });
}

/** One page on everything that serves it, in turns. */
async function measurePage(
  page: PageName,
  { scene, servers, other, samples }: Given & { other: Beside },
  { beside, warming } = { beside: true, warming: false },
) {
  const { path, paths, cookies } = scene.pages[page];
  const task = { kind: "closed", connections: CONNECTIONS, seconds: SECONDS } as const;
  const load = (url: string, asked: Partial<Closed> = { cookies: [""] }) =>
    client.ask<Counted>({ ...task, url, cookies, ...asked });
  if (beside) {
    samples.push({ page, on: "floor", ...(await load(`${other.floor}/empty`)) });
    samples.push({ page, on: "bare", ...(await load(other.bare + path)) });
  }
  for (const on of ["one", "all"] as const) {
    const seconds = warming && on === "all" ? SECONDS * availableParallelism() : SECONDS;
    samples.push({ page, on, ...(await load(servers[on].url + path, { paths, seconds })) });
  }
}

async function measureSaves({ scene, servers, samples }: Given) {
  const { cookies, functions } = scene.save;
  const dataDir = join(folder, "beside");
  const rate = await beside.ask<number>({ kind: "inserts", dataDir, milliseconds: SECONDS * 1000 });
  samples.push({ page: "save", on: "bare", ...inserted(rate) });
  for (const on of ["one", "all"] as const) {
    const task = { kind: "closed-saves", connections: CONNECTIONS, seconds: SECONDS } as const;
    const counted = await client.ask<Counted>({ ...task, url: servers[on].url, cookies, functions });
    samples.push({ page: "save", on, ...counted });
  }
}

/** 10,000 assessors at work; afterwards the store is asked whether every save that was acknowledged is in it. */
async function manyAssessors({ save: { cookies, functions } }: Scene, server: RunningServer) {
  const task = { kind: "open-saves", rate: RATE, seconds: STEADY } as const;
  const counted = await client.ask<Counted>({ ...task, url: server.url, cookies, functions });
  const db = openDatabase(storeOf(join(folder, "all")));
  const rows = db.$client.prepare("select idempotency_key as key from judgment").all() as {
    key: string | null;
  }[];
  db.$client.close();
  const stored = new Map<string, number>();
  for (const { key } of rows) if (key) stored.set(key, (stored.get(key) ?? 0) + 1);
  return { ...counted, lost: counted.kept.filter((key) => stored.get(key) !== 1).length };
}

async function end(): Promise<void> {
  await Promise.all(running.map((server) => server.stop()));
  client.end();
  beside.end();
  rmSync(folder, { recursive: true, force: true });
}

await main().finally(end);
