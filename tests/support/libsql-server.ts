import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as nextTurn } from "node:timers/promises";
import { findLibsqlServer } from "../../scripts/libsql-server.mjs";
import { freePort } from "./server";

const START = 15_000;

/** A libSQL server of a test's own. */
export type LibsqlServer = {
  url: string;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** Starts it again, on the same address and data, unless it runs. */
  restart(): Promise<void>;
  /** Lets it hang: it keeps its connections and answers nothing, until it goes on. */
  pause(): void;
  goOn(): void;
  /** Ends it and removes its data. */
  stop(): Promise<void>;
};

export async function startLibsqlServer(): Promise<LibsqlServer> {
  const program = findLibsqlServer();
  const data = mkdtempSync(join(tmpdir(), "selaras-libsql-"));
  const [http, grpc] = [await freePort(), await freePort()];
  const url = `http://127.0.0.1:${http}`;
  const start = async () => {
    const started = spawn(
      program,
      [
        ...["--no-welcome", "--db-path", data],
        ...["--http-listen-addr", `127.0.0.1:${http}`, "--grpc-listen-addr", `127.0.0.1:${grpc}`],
      ],
      { stdio: "ignore", env: { NODE_ENV: "test" } },
    );
    await untilHealthy(url, started);
    return started;
  };
  let child = await start();
  const ended = () => child.exitCode !== null || child.signalCode !== null;
  const kill = async () => {
    if (ended()) return;
    const gone = once(child, "exit");
    child.kill("SIGKILL");
    await gone;
  };
  return {
    url,
    kill,
    restart: async () => {
      if (ended()) child = await start();
    },
    pause: () => void child.kill("SIGSTOP"),
    goOn: () => void child.kill("SIGCONT"),
    async stop() {
      await kill();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

async function untilHealthy(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + START;
  while (Date.now() < deadline && child.exitCode === null) {
    const answer = await fetch(`${url}/health`).catch(() => null);
    if (answer?.ok) return;
    await nextTurn(20);
  }
  child.kill("SIGKILL");
  throw new Error("The libSQL server did not start.");
}
