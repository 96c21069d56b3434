import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as nextTurn } from "node:timers/promises";
import { inRepository } from "./root";

const START = 30_000;
const STOP = 15_000;

/** A production server of a test's own, with the data directory it made for itself. */
export type RunningServer = {
  url: string;
  dataDir: string;
  /** The path of the one-time link that the first start printed. */
  ownerLink: string;
  /** Everything the server printed so far. */
  output(): string;
  /** The process that was started; with several workers, the one above them. */
  pid(): number | undefined;
  /** Ends it as a power cut would, in the middle of whatever it does. */
  kill(): Promise<void>;
  /** Starts it again, at the same address and on the same data, and waits until it answers. */
  restart(): Promise<void>;
  /** Asks it to stop, waits until it has, and removes its data. Resolves to its exit code. */
  stop(): Promise<number | null>;
};

/** Starts the production build, one process unless `settings` say otherwise, on a free port with an empty data directory, and waits until it prints its link. */
export async function startServer(settings: Record<string, string> = {}): Promise<RunningServer> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const dataDir = mkdtempSync(join(tmpdir(), "selaras-e2e-"));
  let printed = "";
  const start = () => {
    const started = spawnServer({ PORT: String(port), BASE_URL: url, DATA_DIR: dataDir, ...settings });
    for (const stream of [started.stdout, started.stderr]) {
      stream?.on("data", (chunk) => {
        printed += chunk;
      });
    }
    return started;
  };
  let child = start();
  const output = () => printed;
  const ownerLink = await waitFor(child, output, /\/account\/[\w-]{20,}/);
  return {
    url,
    dataDir,
    ownerLink,
    output,
    pid: () => child.pid,
    async kill() {
      const ended = once(child, "exit");
      child.kill("SIGKILL");
      await ended;
    },
    async restart() {
      child = start();
      await untilAnswering(url, child, output);
    },
    stop: () => stop(child, dataDir),
  };
}

function spawnServer(settings: Record<string, string>): ChildProcess {
  const entry = inRepository("build/node/serve.mjs");
  if (!existsSync(entry))
    throw new Error("Browser tests need the production build. Make it first: npm run build");
  return spawn(process.execPath, ["--enable-source-maps", entry], {
    cwd: inRepository(""),
    stdio: ["ignore", "pipe", "pipe"],
    env: { PATH: process.env.PATH, NODE_ENV: "production", LOG_LEVEL: "warn", WORKERS: "1", ...settings },
  });
}

/** Resolves once the server answers; a started one that has ended, or stays silent, is an error. */
async function untilAnswering(url: string, child: ChildProcess, output: () => string): Promise<void> {
  const deadline = Date.now() + START;
  while (Date.now() < deadline && child.exitCode === null) {
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await nextTurn(50);
  }
  throw new Error(`The server did not start again. It printed:\n${output()}`);
}

/** A port nobody listens on now. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("No port was given");
  return address.port;
}

/** Resolves to what the server prints once it matches; rejects when it ends or stays silent instead. */
function waitFor(child: ChildProcess, output: () => string, pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => {
      child.kill("SIGKILL");
      finish();
      reject(new Error(`The server ${why}. It printed:\n${output()}`));
    };
    const ended = () => fail("ended");
    const timer = setTimeout(() => fail("did not start in time"), START);
    const look = () => {
      const found = pattern.exec(output())?.[0];
      if (!found) return;
      finish();
      resolve(found);
    };
    const finish = () => {
      clearTimeout(timer);
      child.stdout?.off("data", look);
      child.off("exit", ended);
    };
    child.stdout?.on("data", look);
    child.once("exit", ended);
  });
}

async function stop(child: ChildProcess, dataDir: string): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = once(child, "exit");
    const forced = setTimeout(() => child.kill("SIGKILL"), STOP);
    child.kill("SIGTERM");
    await ended;
    clearTimeout(forced);
  }
  rmSync(dataDir, { recursive: true, force: true });
  return child.exitCode;
}
