import { randomUUID } from "node:crypto";
import { Agent, request } from "node:http";
import autocannon from "autocannon";

/**
 * The load generator, in a process of its own. It is told what to ask for by messages, and answers with what it
 * counted.
 */

/** Requests one after another on each connection, for so long. */
export type Closed = {
  kind: "closed";
  url: string;
  /** Of the pages that take turns; the one of `url` where there are none. */
  paths?: string[];
  cookies: string[];
  connections: number;
  seconds: number;
};
/** The same for saves of a judgment, each of another seat or function. */
export type ClosedSaves = Omit<Closed, "kind" | "paths"> & { kind: "closed-saves"; functions: string[] };
/** Saves at a fixed rate, whether the server keeps up or not. */
export type OpenSaves = Omit<ClosedSaves, "kind" | "connections"> & { kind: "open-saves"; rate: number };
export type Task = Closed | ClosedSaves | OpenSaves;

/** Latencies in milliseconds; `kept` are the keys of the saves that were acknowledged. */
export type Counted = {
  perSecond: number;
  p50: number;
  p99: number;
  ok: number;
  failed: number;
  bytes: number;
  kept: string[];
};

/** Which save comes next: every seat judges its first function, then every seat its second. */
let turn = 0;

function nextSave({ cookies, functions }: Pick<ClosedSaves, "cookies" | "functions">) {
  const cookie = cookies[turn % cookies.length] ?? "";
  const fn = functions[Math.floor(turn / cookies.length) % functions.length];
  const key = randomUUID();
  turn += 1;
  const rationale = `Terlihat di toko dan di aplikasi, catatan ${turn}.`;
  const body = new URLSearchParams({
    level: String(1 + (turn % 5)),
    confidence: "2",
    rationale,
    key,
    round: "1",
  });
  return { path: `/assess/functions/${fn}/save`, cookie, key, body: body.toString() };
}

const FORM = "application/x-www-form-urlencoded";

async function closed({ url, paths, cookies, connections, seconds }: Closed): Promise<Counted> {
  const { pathname } = new URL(url);
  const asked = paths ?? [pathname];
  let next = 0;
  const setupRequest = (request: autocannon.Request) => {
    next += 1;
    const cookie = cookies[next % cookies.length] ?? "";
    return { ...request, path: asked[next % asked.length], headers: { ...request.headers, cookie } };
  };
  return counted(await autocannon({ url, connections, duration: seconds, requests: [{ setupRequest }] }));
}

async function closedSaves({ url, connections, seconds, ...seats }: ClosedSaves): Promise<Counted> {
  const { origin } = new URL(url);
  const kept: string[] = [];
  const result = await autocannon({
    ...{ url, connections, duration: seconds, method: "POST" as const },
    requests: [
      {
        setupRequest(asked, context) {
          const { path, cookie, key, body } = nextSave(seats);
          (context as { key?: string }).key = key;
          return { ...asked, method: "POST", path, body, headers: { cookie, origin, "content-type": FORM } };
        },
        onResponse(status, _body, context) {
          const { key } = context as { key?: string };
          if (status === 200 && key) kept.push(key);
        },
      },
    ],
  });
  return { ...counted(result), kept };
}

function counted(result: autocannon.Result): Counted {
  const { duration, latency, errors, timeouts, non2xx, throughput } = result;
  const ok = result["2xx"];
  const bytes = ok === 0 ? 0 : Math.round(throughput.total / ok);
  const failed = errors + timeouts + non2xx;
  return { perSecond: ok / duration, p50: latency.p50, p99: latency.p99, ok, failed, bytes, kept: [] };
}

/** A latency counts from the moment the save was due: a generator that waits for a slow server hides nothing. */
async function openSaves({ url, rate, seconds, ...seats }: OpenSaves): Promise<Counted> {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const started = performance.now();
  const latencies: number[] = [];
  const kept: string[] = [];
  const sent: Promise<void>[] = [];
  let failed = 0;
  const one = async (due: number) => {
    const save = nextSave(seats);
    const status = await post(agent, url, save).catch(() => 0);
    latencies.push(performance.now() - due);
    if (status === 200) kept.push(save.key);
    else failed += 1;
  };
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      const elapsed = performance.now() - started;
      const due = Math.min(rate * seconds, Math.floor((elapsed / 1000) * rate));
      while (sent.length < due) sent.push(one(started + (sent.length / rate) * 1000));
      if (sent.length < rate * seconds) return;
      clearInterval(timer);
      resolve();
    }, 4);
  });
  await Promise.all(sent);
  agent.destroy();
  latencies.sort((a, b) => a - b);
  const at = (share: number) =>
    latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0;
  const perSecond = kept.length / ((performance.now() - started) / 1000);
  return { perSecond, p50: at(0.5), p99: at(0.99), ok: kept.length, failed, bytes: 0, kept };
}

function post(
  agent: Agent,
  url: string,
  { path, cookie, body }: ReturnType<typeof nextSave>,
): Promise<number> {
  const { hostname, port, origin } = new URL(url);
  const headers = { cookie, origin, "content-type": FORM, "content-length": Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const going = request({ agent, hostname, port, path, method: "POST", headers }, (response) => {
      response.resume();
      response.once("end", () => resolve(response.statusCode ?? 0));
      response.once("error", reject);
    });
    going.once("error", reject);
    going.end(body);
  });
}

function perform(task: Task): Promise<Counted> {
  switch (task.kind) {
    case "closed":
      return closed(task);
    case "closed-saves":
      return closedSaves(task);
    case "open-saves":
      return openSaves(task);
  }
}

process.on("message", (task: Task) => {
  perform(task).then(
    (result) => process.send?.({ result }),
    (error: Error) => process.send?.({ error: error.message }),
  );
});
process.send?.({ ready: true });
