import cluster from "node:cluster";
import { createHash } from "node:crypto";
import { accessSync, constants, existsSync, mkdirSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { createRequestListener } from "@remix-run/node-fetch-server";
import sirv from "sirv";
import { StoreError } from "#db/store-error";
import { type Env, EnvError, environment, readEnv } from "~/env.server";
import { RubricLibraryError } from "~/rubric-library.server";
import { fileType } from "./file-type";
import { firstStart } from "./first-start";
import { type App, createApp } from "./handler";
import { startJobs } from "./jobs";
import { refuseOdd } from "./odd-request";
import { staticHeaders } from "./security-headers";
import { createServices } from "./services";
import { answerForLife } from "./signs-of-life";
import { stopOnSignal } from "./stop-on-signal";
import { gatherMetrics } from "./worker-metrics";
import { keepWorkers } from "./workers";

const YEAR = 31_536_000;

/** Errors whose message tells whoever starts the server what to do; any other one is a defect and shows its stack. */
const EXPLAINED = [EnvError, StoreError, RubricLibraryError];

type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

async function main(): Promise<void> {
  const development = process.argv.includes("--development");
  const env = readEnv(environment);
  makeDataDirectory(env.DATA_DIR);
  if (cluster.isPrimary && env.WORKERS > 1 && !development) lead(env);
  else await serve(env, development);
}

function makeDataDirectory(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw new EnvError(`DATA_DIR cannot be used as a directory to write to: ${(error as Error).message}`);
  }
}

/** Brings the store up to date and prepares the first start, once; the rest is the workers'. */
function lead(env: Env): void {
  const services = createServices(env);
  const lines: string[] = [];
  firstStart(services, (line) => lines.push(line));
  services.db.$client.close();
  const { log, metrics } = services;
  const ready = () => {
    log.info({ host: env.HOST, port: env.PORT, workers: env.WORKERS }, "listening");
    for (const line of lines) print(line);
  };
  gatherMetrics(() => metrics.aboveWorkers());
  keepWorkers({ count: env.WORKERS, log, ready, replaced: (why) => metrics.workerReplaced(why) });
}

/** Answers requests, alone or as one worker of several. */
async function serve(env: Env, development: boolean): Promise<void> {
  if (cluster.isWorker) answerForLife();
  const services = createServices(env, { prepared: cluster.isWorker });
  const https = env.BASE_URL.startsWith("https:");
  const { assets, build, release } = development
    ? await developmentAssets()
    : await builtAssets(services.root, https);
  const app = createApp({ services, build, development, release });
  const server = createServer(listener(assets, app, env.BASE_URL));
  server.listen(env.PORT, env.HOST, () => {
    if (cluster.isWorker) return;
    services.log.info({ host: env.HOST, port: env.PORT }, "listening");
    firstStart(services, print);
  });
  const endJobs = startJobs(services);
  server.once("error", fail);
  stopOnSignal(server, {
    // Streams would go on for as long as they are allowed to; they are no request to be finished.
    first: () => services.streams.close(),
    last: () => {
      endJobs();
      services.db.$client.close();
    },
  });
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Static files first, and everything they do not answer to the app. */
function listener(assets: Middleware, app: App, baseUrl: string) {
  const { protocol, host } = new URL(baseUrl);
  const pages = createRequestListener(
    (request: Request, client: { address: string }) => app(request, client),
    {
      // Links and redirects follow BASE_URL, whatever Host a request claims.
      protocol,
      host,
    },
  );
  return (request: IncomingMessage, response: ServerResponse) => {
    if (refuseOdd(request, response, staticHeaders(protocol === "https:"))) return;
    assets(request, response, () => void pages(request, response));
  };
}

/** The built files, compressed beforehand; those with a hash in the name never change. */
async function builtAssets(root: string, https: boolean) {
  const folder = join(root, "build/client");
  const entry = join(root, "build/server/index.js");
  if (!existsSync(entry)) throw new EnvError("The app is not built yet. Run: npm run build");
  const immutable = `public, max-age=${YEAR}, immutable`;
  const assets = sirv(folder, {
    brotli: true,
    gzip: true,
    etag: true,
    setHeaders: (response, pathname) => {
      for (const [name, value] of Object.entries(staticHeaders(https, pathname)))
        response.setHeader(name, value);
      const type = fileType(pathname);
      if (type) response.setHeader("Content-Type", type);
      response.setHeader(
        "Cache-Control",
        pathname.startsWith("/assets/") ? immutable : "public, max-age=3600",
      );
    },
  });
  const build: ServerBuild = await import(pathToFileURL(entry).href);
  // Its only content is the name of the file with the code, which bears a hash of that.
  const release = createHash("sha256").update(readFileSync(entry)).digest("base64url");
  return { assets, build, release };
}

/** Vite serves and rebuilds modules as they are edited. */
async function developmentAssets() {
  const { createServer: createVite } = await import("vite");
  const vite = await createVite({ server: { middlewareMode: true } });
  const build = () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>;
  return { assets: vite.middlewares as Middleware, build, release: undefined };
}

/** Errors of the system about the address to listen on, of which the message says enough. */
const ADDRESS = ["EADDRINUSE", "EADDRNOTAVAIL", "EACCES", "ENOTFOUND"];

/** Says why the server cannot run and ends the process: in words where whoever starts it can help, else in full. */
function fail(error: unknown): never {
  const { message, stack, code } = error as NodeJS.ErrnoException;
  const explained = EXPLAINED.some((kind) => error instanceof kind);
  const inWords =
    code === "EADDRINUSE" ? `${message}. Choose another one, for instance: PORT=3001 npm start` : message;
  process.stderr.write(`${explained || ADDRESS.includes(code ?? "") ? inWords : stack}\n`);
  process.exit(1);
}

main().catch(fail);
