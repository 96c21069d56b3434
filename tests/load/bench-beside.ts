import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createRequestListener } from "@remix-run/node-fetch-server";
import Database from "better-sqlite3";
import { appendAudit } from "#db/audit";
import { openDatabase, transact } from "#db/client";
import { insertJudgments } from "#db/judgments";
import { readEnv } from "~/env.server";
import { createApp } from "~/http/handler";
import { createServices } from "~/http/services";
import { readBuild } from "../support/build";
import { floorHandler } from "./bench-floor";
import { type Scene, storeOf } from "./bench-scene";

/**
 * What the app is measured against, in a process of its own: the framework's floor and the limit of node:http with
 * better-sqlite3 as servers, and the bare loop of durable inserts on demand.
 */

type Read = { sql: string; values: unknown[]; all: boolean };
type Recorded = { reads: Read[]; writes: number; bytes: number };

/** What a page of the app reads, and how long it is: the whole app is asked for it once, here. */
async function record(scene: Scene): Promise<Map<string, Recorded>> {
  const { dataDir, secret } = scene;
  const BASE_URL = "http://127.0.0.1";
  const services = createServices(
    readEnv({ DATA_DIR: dataDir, SESSION_SECRET: secret, BASE_URL, LOG_LEVEL: "silent", WORKERS: "1" }),
  );
  const app = createApp({ services, build: await readBuild() });
  const client = services.db.$client;
  const prepare = client.prepare.bind(client);
  let reads: Read[] = [];
  let writes = 0;
  client.prepare = ((sql: string) => {
    const statement = prepare(sql);
    for (const deed of ["get", "all", "run"] as const) {
      const work = statement[deed].bind(statement) as (...values: unknown[]) => unknown;
      statement[deed] = ((...values: unknown[]) => {
        if (deed === "run" || !/^\s*(select|with)/i.test(sql)) writes += 1;
        else reads.push({ sql, values, all: deed === "all" });
        return work(...values);
      }) as never;
    }
    return statement;
  }) as typeof client.prepare;
  const recorded = new Map<string, Recorded>();
  for (const { path, cookies } of Object.values(scene.pages)) {
    const ask = () =>
      app(new Request(BASE_URL + path, { headers: { Cookie: cookies[0] ?? "" } }), { address: "127.0.0.1" });
    await (await ask()).text();
    reads = [];
    writes = 0;
    const response = await ask();
    const bytes = (await response.arrayBuffer()).byteLength;
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
    recorded.set(path, { reads: [...reads], writes, bytes });
  }
  client.close();
  return recorded;
}

/** node:http with prepared statements: the same rows, the same number of bytes. */
function bareServer(scene: Scene, recorded: Map<string, Recorded>) {
  const client = new Database(storeOf(scene.dataDir), { readonly: true });
  const pages = new Map(
    [...recorded].map(([path, { reads, bytes }]) => {
      const statements = reads.map(({ sql, values, all }) => ({
        statement: client.prepare(sql).raw(),
        values,
        all,
      }));
      return [path, { statements, body: Buffer.alloc(bytes, "x") }];
    }),
  );
  return createServer((request, response) => {
    const page = pages.get(request.url ?? "");
    if (!page) {
      response.writeHead(404).end();
      return;
    }
    for (const { statement, values, all } of page.statements) {
      if (all) statement.all(...values);
      else statement.get(...values);
    }
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(page.body);
  });
}

/** The rows of a save, each save a transaction of its own that is on the disk before the next begins; their rate. */
function insertLoop(dataDir: string, milliseconds: number): number {
  const db = openDatabase(storeOf(dataDir));
  const row = db.$client.prepare("select id from panel_member limit 1").get() as { id: string };
  const workspace = db.$client.prepare("select id from workspace limit 1").get() as { id: string };
  const started = performance.now();
  let saves = 0;
  while (performance.now() - started < milliseconds) {
    saves += 1;
    transact(db, () => {
      const id = randomUUID();
      insertJudgments(db, [
        {
          ...{
            memberId: row.id,
            functionKey: id,
            round: 1,
            version: 1,
            level: 3,
            confidence: 2,
            source: "assessor",
          },
          ...{
            rationale: "Terlihat di toko dan di aplikasi, catatan 1.",
            indicators: {},
            idempotencyKey: id,
          },
          createdAt: new Date(),
        },
      ]);
      const actor = { actorKind: "assessor", actorId: row.id } as const;
      const object = { objectKind: "judgment", objectId: id, detail: { functionKey: id } };
      appendAudit(db, {
        ...actor,
        ...object,
        at: new Date(),
        workspaceId: workspace.id,
        action: "judgment.save",
        address: null,
      });
    });
  }
  const perSecond = saves / ((performance.now() - started) / 1000);
  db.$client.close();
  return perSecond;
}

async function listen(server: ReturnType<typeof createServer>): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export type BesideTask =
  | { kind: "start"; scene: Scene }
  | { kind: "inserts"; dataDir: string; milliseconds: number };
export type Beside = {
  floor: string;
  bare: string;
  pages: Record<string, { queries: number; writes: number; bytes: number }>;
};

async function start(scene: Scene): Promise<Beside> {
  const recorded = await record(scene);
  const { future } = await readBuild();
  const handler = floorHandler(future);
  const floor = await listen(createServer(createRequestListener((request: Request) => handler(request))));
  const bare = await listen(bareServer(scene, recorded));
  const pages = Object.fromEntries(
    [...recorded].map(([path, { reads, writes, bytes }]) => [path, { queries: reads.length, writes, bytes }]),
  );
  return { floor, bare, pages };
}

process.on("message", async (task: BesideTask) => {
  try {
    const result =
      task.kind === "start" ? await start(task.scene) : insertLoop(task.dataDir, task.milliseconds);
    process.send?.({ result });
  } catch (error) {
    process.send?.({ error: (error as Error).stack });
  }
});
process.send?.({ ready: true });
