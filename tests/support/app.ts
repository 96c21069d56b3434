import { randomBytes, randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { insertWorkspace } from "#db/accounts";
import { readEnv } from "~/env.server";
import { actingContext, type Services } from "~/http/context";
import { EventStreams } from "~/http/event-stream";
import { type App, createApp } from "~/http/handler";
import { Metrics } from "~/http/metrics";
import { loadRubrics } from "~/rubric-library.server";
import type { ScopedContext } from "~/use-cases/context";
import { seedSample } from "~/use-cases/seed-sample";
import { readBuild } from "./build";
import { CookieJar } from "./cookie-jar";
import { testDatabase } from "./database";
import { type People, type Person, people } from "./people";
import { inRepository } from "./root";

export const ADDRESS = "192.0.2.7";
const BASE_URL = "http://selaras.test";

/** A response with its body read, and where it sends the browser. */
export type Answer = { status: number; headers: Headers; body: string; location: string | null };

export type Fields = Record<string, string | readonly string[]>;
export type SendOptions = { as?: Person; headers?: Record<string, string> };

export type TestApp = People & {
  services: Services;
  workspaceId: string;
  /** The context of a use-case that the installation itself calls, at the clock's present. */
  context(): ScopedContext;
  /** Lets time pass. */
  advance(milliseconds: number): void;
  /** A new browser without any cookie. */
  visitor(): Person;
  get(path: string, options?: SendOptions): Promise<Answer>;
  post(path: string, fields: Fields, options?: SendOptions): Promise<Answer>;
  /** The bare app, for requests that no browser would make. */
  handle: (request: Request) => Promise<Response>;
  url(path: string): string;
};

/** The whole production pipeline on a store in memory, with a clock that the test holds. */
export async function createTestApp(
  options: { rubricFolders?: string[]; now?: string; baseUrl?: string; sample?: boolean } = {},
): Promise<TestApp> {
  const { now = "2026-06-30T03:00:00Z", baseUrl = BASE_URL, sample = false } = options;
  const folders = options.rubricFolders ?? ["rubric/models", "tests/fixtures/rubrics"].map(inRepository);
  let present = new Date(now);
  const secret = randomBytes(32).toString("hex");
  const services: Services = {
    db: testDatabase(),
    clock: () => present,
    rubrics: loadRubrics(folders),
    env: readEnv({
      BASE_URL: baseUrl,
      // A folder that nobody has: erasing a person sweeps the data directory, and must not meet a real one.
      DATA_DIR: join(tmpdir(), `selaras-test-${randomUUID()}`),
      SESSION_SECRET: secret,
      LOG_LEVEL: "silent",
    }),
    secret,
    log: pino({ level: "silent" }),
    streams: new EventStreams(),
    metrics: new Metrics(),
    root: inRepository(""),
  };
  const workspaceId = randomUUID();
  insertWorkspace(services.db, { id: workspaceId, name: "Selaras", createdAt: present });
  const context = (): ScopedContext => ({
    ...actingContext(services, { kind: "system", name: "test" }, null),
    scope: { workspaceId, companyIds: null },
  });
  if (sample) seedSample(context(), services.root);

  const app = createApp({ services, build: await readBuild() });
  return {
    services,
    workspaceId,
    context,
    advance: (milliseconds) => {
      present = new Date(present.getTime() + milliseconds);
    },
    visitor: () => ({ jar: new CookieJar() }),
    ...people(services, context),
    ...browser(app, baseUrl),
  };
}

/** What a browser does: cookies go along and come back, and a form says where it comes from. */
function browser(app: App, baseUrl: string): Pick<TestApp, "get" | "post" | "handle" | "url"> {
  const url = (path: string) => new URL(path, baseUrl).href;
  const handle = (request: Request) => app(request, { address: ADDRESS });
  async function send(path: string, init: RequestInit, { as, headers }: SendOptions): Promise<Answer> {
    const request = new Request(url(path), init);
    request.headers.set("Host", new URL(baseUrl).host);
    const cookies = as?.jar.header();
    if (cookies) request.headers.set("Cookie", cookies);
    for (const [name, value] of Object.entries(headers ?? {})) request.headers.set(name, value);
    const response = await handle(request);
    as?.jar.takeFrom(response);
    const location = response.headers.get("Location");
    return { status: response.status, headers: response.headers, body: await response.text(), location };
  }
  return {
    url,
    handle,
    get: (path, options = {}) => send(path, {}, options),
    post: (path, fields, options = {}) => {
      const body = new URLSearchParams();
      for (const [name, value] of Object.entries(fields)) {
        for (const one of [value].flat()) body.append(name, one);
      }
      const headers = { Origin: new URL(baseUrl).origin };
      return send(path, { method: "POST", body, headers }, options);
    },
  };
}
