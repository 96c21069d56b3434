import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { firstWorkspace } from "#db/accounts";
import { freshen, openReplica } from "#db/replica/open";
import { readEnv } from "~/env.server";
import { loadRubrics } from "~/rubric-library.server";
import type { ScopedContext } from "~/use-cases/context";
import { CookieJar } from "./cookie-jar";
import { type LibsqlServer, startLibsqlServer } from "./libsql-server";
import { type People, type Person, people } from "./people";
import { inRepository } from "./root";
import { type RunningServer, startServer } from "./server";

/** What every machine calls itself to browsers; a proxy would stand there. */
const BASE_URL = "http://selaras.test";

export type Fields = Record<string, string>;
export type Reply = { status: number; headers: Headers; body: string; location: string | null };

/** Two app processes, each with a data directory and a replica of its own, over one libSQL server. */
export type Machines = People & {
  primary: LibsqlServer;
  a: RunningServer;
  b: RunningServer;
  /** A third replica, in the test: what the use-cases work on. */
  context(): ScopedContext;
  /** Lets the test's own replica see what the machines have written. */
  lookAgain(): Promise<void>;
  get(machine: RunningServer, path: string, as: Person): Promise<Reply>;
  post(machine: RunningServer, path: string, fields: Fields | FormData, as: Person): Promise<Reply>;
  /** A stream of events that one machine sends. */
  listen(machine: RunningServer, path: string, as: Person): Promise<Listener>;
  stop(): Promise<void>;
};

/** What an event stream says from now on; `next` waits for an event of a kind. */
export type Listener = { next(event: string): Promise<string>; end(): void };

/** Starts the primary, and then both machines at the same moment on its empty store. */
export async function startMachines(): Promise<Machines> {
  const primary = await startLibsqlServer();
  const folder = mkdtempSync(join(tmpdir(), "selaras-machines-"));
  const files = join(folder, "files");
  const own = join(folder, "own");
  for (const path of [files, own]) mkdirSync(path);
  const secret = randomBytes(32).toString("hex");
  const settings = { DATABASE_URL: primary.url, SESSION_SECRET: secret, FILES_DIR: files, BASE_URL };
  const [a, b] = await both(settings).catch(async (error: unknown) => {
    await primary.stop();
    throw error;
  });
  const worker = pathToFileURL(inRepository("db/replica/worker.mjs"));
  const db = openReplica({ folder: own, url: primary.url, worker });
  const rubrics = loadRubrics([inRepository("rubric/models")]);
  const workspaceId = firstWorkspace(db)?.id ?? "";
  const context = (): ScopedContext => ({
    ...{ db, rubrics, now: new Date(), actor: { kind: "system", name: "test" }, address: null },
    settings: {
      ...{ secret, baseUrl: BASE_URL, mailServer: false },
      evidence: { folder: files, quota: 200 * 1024 ** 2 },
    },
    scope: { workspaceId, companyIds: null },
  });
  return {
    ...{ primary, a, b, context },
    ...people({ env: readEnv({ BASE_URL }), secret }, context),
    lookAgain: () => freshen(db),
    get: (machine, path, as) => send(machine, path, {}, as),
    post: (machine, path, fields, as) =>
      send(
        machine,
        path,
        { method: "POST", body: fields instanceof FormData ? fields : new URLSearchParams(fields) },
        as,
      ),
    listen,
    async stop() {
      db.$client.close();
      await Promise.all([a.stop(), b.stop()]);
      await primary.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Two servers at the same moment, or none: one that was started beside one that was not must not go on for ever. */
async function both(settings: Record<string, string>): Promise<[RunningServer, RunningServer]> {
  const [first, second] = await Promise.allSettled([startServer(settings), startServer(settings)]);
  if (first.status === "fulfilled" && second.status === "fulfilled") return [first.value, second.value];
  for (const started of [first, second]) if (started.status === "fulfilled") await started.value.stop();
  throw first.status === "rejected" ? first.reason : second.status === "rejected" ? second.reason : null;
}

/** Somebody at a browser that knows nothing yet. */
export const aVisitor = (): Person => ({ jar: new CookieJar() });

async function send({ url }: RunningServer, path: string, init: RequestInit, as: Person): Promise<Reply> {
  const cookies = as.jar.header();
  const response = await fetch(url + path, {
    ...init,
    redirect: "manual",
    headers: { Origin: BASE_URL, ...(cookies ? { Cookie: cookies } : {}) },
    signal: AbortSignal.timeout(20_000),
  });
  as.jar.takeFrom(response);
  const { status, headers } = response;
  return { status, headers, body: await response.text(), location: headers.get("Location") };
}

async function listen({ url }: RunningServer, path: string, as: Person): Promise<Listener> {
  const ended = new AbortController();
  const response = await fetch(url + path, {
    headers: { Accept: "text/event-stream", Cookie: as.jar.header() },
    signal: AbortSignal.any([ended.signal, AbortSignal.timeout(20_000)]),
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  return {
    async next(event) {
      const pattern = new RegExp(`event: ${event}\\ndata: (.*)\\n\\n`);
      for (;;) {
        const found = pattern.exec(text);
        if (found) {
          text = text.slice(found.index + found[0].length);
          return found[1] ?? "";
        }
        const part = await reader?.read();
        if (!part || part.done) throw new Error(`The stream ended (${response.status}); it said:\n${text}`);
        text += part.value;
      }
    },
    end: () => ended.abort(),
  };
}
