import { beforeAll, expect, it, onTestFinished, vi } from "vitest";
import { newToken } from "~/tokens.server";
import { createTestApp, type TestApp } from "../support/app";
import { startServer } from "../support/server";
import { LINUX, workersOf } from "../support/workers";

const token = newToken();
let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ sample: true });
  app.services.env.METRICS_TOKEN = token;
});

const scrape = (authorization?: string) =>
  app.get("/metrics", { headers: authorization ? { Authorization: authorization } : {} });

it("gives its figures to whoever has the token, and to nobody else", async () => {
  expect((await scrape()).status).toBe(401);
  expect((await scrape(`Bearer ${newToken()}`)).status).toBe(401);
  expect((await scrape(`Basic ${token}`)).status).toBe(401);
  const answer = await scrape(`Bearer ${token}`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("Content-Type")).toMatch(/^text\/plain/);
  expect(answer.headers.get("Cache-Control")).toBe("no-store");
});

it("has no such page where no token is set", async () => {
  const other = await createTestApp();
  expect((await other.get("/metrics")).status).toBe(404);
});

it("counts requests by route, never by what stands in an address", async () => {
  await app.get("/sign-in");
  await app.get("/companies/some-company-of-mine");
  await app.get("/made-up-by-somebody");
  const { body } = await scrape(`Bearer ${token}`);
  const counted = body.split("\n").filter((line) => line.includes("request_duration_seconds_count"));
  expect(counted.join("\n")).toContain('route="/sign-in",status="200"} 1');
  expect(counted.join("\n")).toContain('route="/companies/:companyId",status="302"} 1');
  expect(counted.join("\n")).toContain('route="other",status="404"} 1');
  expect(body).not.toContain("some-company-of-mine");
  expect(body).not.toContain("made-up-by-somebody");
});

it("counts slow statements, which the log has by their text", async () => {
  const server = await startServer({ SLOW_QUERY_MS: "0", METRICS_TOKEN: token });
  onTestFinished(async () => void (await server.stop()));
  const headers = { Authorization: `Bearer ${token}` };
  const text = await (await fetch(`${server.url}/metrics`, { headers })).text();
  expect(Number(/^selaras_slow_queries_total (\d+)$/m.exec(text)?.[1])).toBeGreaterThan(0);
  const told = server
    .output()
    .split("\n")
    .filter((line) => line.includes("a slow query"));
  expect(told.some((line) => /"sql":"insert /.test(line))).toBe(true);
  expect(told.some((line) => /"sql":"commit"/.test(line))).toBe(true);
});

it("adds up what several workers count, whichever is asked", async () => {
  const server = await startServer({ WORKERS: "2", METRICS_TOKEN: token });
  onTestFinished(async () => void (await server.stop()));
  // A connection of its own for each, so that the workers take turns.
  const ask = (path: string, headers = {}) =>
    fetch(server.url + path, { headers: { Connection: "close", ...headers } });
  for (let count = 0; count < 6; count++) await (await ask("/forgot-password")).text();
  const figures = await (await ask("/metrics", { Authorization: `Bearer ${token}` })).text();
  expect(figures).toContain('_count{method="GET",route="/forgot-password",status="200"} 6');
});

it.runIf(LINUX)(
  "counts the workers that were replaced, though it is the process above that does it",
  async () => {
    const server = await startServer({ WORKERS: "2", METRICS_TOKEN: token });
    onTestFinished(async () => void (await server.stop()));
    const headers = { Connection: "close", Authorization: `Bearer ${token}` };
    const replaced = async () => {
      const text = await (await fetch(`${server.url}/metrics`, { headers })).text();
      return text.match(/^selaras_workers_replaced_total.*$/gm);
    };
    const counted = (ended: number) => [
      `selaras_workers_replaced_total{why="ended"} ${ended}`,
      'selaras_workers_replaced_total{why="hung"} 0',
    ];
    expect(await replaced()).toEqual(counted(0));
    const [worker = 0] = workersOf(server);
    process.kill(worker, "SIGKILL");
    await vi.waitFor(async () => expect(await replaced()).toEqual(counted(1)), { timeout: 20_000 });
  },
);

it.runIf(LINUX)("gives what the others count while a worker hangs", async () => {
  const server = await startServer({ WORKERS: "2", METRICS_TOKEN: token });
  onTestFinished(async () => void (await server.stop()));
  const ask = async () => {
    const headers = { Connection: "close", Authorization: `Bearer ${token}` };
    // Every second connection is given to the one that hangs.
    for (;;) {
      const asked = fetch(`${server.url}/metrics`, { headers, signal: AbortSignal.timeout(6000) });
      const answer = await asked.catch(() => null);
      if (answer) return { status: answer.status, text: await answer.text() };
    }
  };
  expect((await ask()).text).toMatch(/^selaras_workers 2$/m);
  const [hanging] = workersOf(server);
  if (hanging === undefined) throw new Error("there is no worker");
  process.kill(hanging, "SIGSTOP");
  onTestFinished(() => void process.kill(hanging, "SIGCONT"));
  const { status, text } = await ask();
  expect(status).toBe(200);
  expect(text).toMatch(/^selaras_workers 1$/m);
});
