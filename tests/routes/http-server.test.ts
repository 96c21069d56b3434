import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, statSync } from "node:fs";
import { type IncomingMessage, request } from "node:http";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { inRepository } from "../support/root";
import { startServer } from "../support/server";
import { put, temporaryFolder } from "../support/temporary-folder";

/** The server of the production build, as `npm start` runs it. */
async function running(settings: Record<string, string> = {}) {
  const server = await startServer(settings);
  onTestFinished(async () => void (await server.stop()));
  return server;
}

/** Starts a server that must not start; what it said, and how it ended. */
function failedStart(settings: Record<string, string>) {
  const dataDir = join(temporaryFolder(), "data");
  const env: NodeJS.ProcessEnv = {
    PATH: process.env.PATH,
    NODE_ENV: "production",
    PORT: "0",
    DATA_DIR: dataDir,
    ...settings,
  };
  const entry = inRepository("build/node/serve.mjs");
  const { status, stderr, stdout } = spawnSync(process.execPath, [entry], {
    env,
    encoding: "utf8",
    timeout: 15_000,
  });
  return { status, said: stderr + stdout, dataDir };
}

it.each([
  ["a port that is none", { PORT: "http" }, "PORT"],
  ["a short secret", { SESSION_SECRET: "short" }, "SESSION_SECRET"],
  ["a sample secret", { SESSION_SECRET: "changeme-changeme-changeme-changeme" }, "SESSION_SECRET"],
  ["an address that is none", { BASE_URL: "selaras.example.com" }, "BASE_URL"],
])("does not start with %s, says so, and leaves nothing behind", (_what, settings, named) => {
  const { status, said, dataDir } = failedStart(settings as Record<string, string>);
  expect(status).toBe(1);
  expect(said).toContain(named);
  expect(said).not.toMatch(/\n\s+at /);
  expect(existsSync(dataDir)).toBe(false);
});

it("says that the data directory is none", () => {
  const { status, said } = failedStart({ DATA_DIR: put(temporaryFolder(), "a-file", "x") });
  expect(status).toBe(1);
  expect(said).toContain("DATA_DIR");
  expect(said).not.toMatch(/\n\s+at /);
});

it("says which port is taken", async () => {
  const { url } = await running();
  const { status, said } = failedStart({ PORT: new URL(url).port });
  expect(status).toBe(1);
  expect(said).toContain(new URL(url).port);
  expect(said).not.toMatch(/\n\s+at /);
});

it("keeps its secret in the data directory, for its owner only", async () => {
  const { dataDir } = await running();
  const file = join(dataDir, "session-secret");
  expect(readFileSync(file, "utf8")).toMatch(/^[0-9a-f]{64}$/);
  expect(statSync(file).mode & 0o077).toBe(0);
});

it("answers on the address it was given, alive and ready", async () => {
  const { url, ownerLink } = await running();
  for (const path of ["/livez", "/readyz", "/", ownerLink]) {
    expect([path, (await fetch(url + path)).status]).toEqual([path, 200]);
  }
});

it("finishes the request in hand when it is told to stop, then ends in order", async () => {
  const server = await running();
  const form = request(`${server.url}/language`, {
    method: "POST",
    headers: {
      Origin: server.url,
      "Content-Type": "application/x-www-form-urlencoded",
      "Content-Length": 11,
      Expect: "100-continue",
    },
  });
  // The server has the head of the request and waits for its body.
  form.flushHeaders();
  await once(form, "continue");
  const ended = server.stop();
  form.end("language=en");
  const [response] = (await once(form, "response")) as [IncomingMessage];
  response.resume();
  expect(response.statusCode).toBe(302);
  expect(response.headers["set-cookie"]?.[0]).toMatch(/^lang=en/);
  expect(await ended).toBe(0);
  await expect(fetch(`${server.url}/livez`)).rejects.toThrow();
});
