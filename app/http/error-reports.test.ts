import { expect, it } from "vitest";
import { type ErrorReport, ErrorReports } from "./error-reports";
import { createLog } from "./log";

function reporter(answer: () => Promise<Response>) {
  const sent: { url: string; body: ErrorReport }[] = [];
  const failures: string[] = [];
  let present = 0;
  const reports = new ErrorReports({
    url: "https://errors.example/in",
    failed: (why) => failures.push(why),
    now: () => present,
    send: async (url, init) => {
      sent.push({ url: String(url), body: JSON.parse(String(init?.body)) });
      return answer();
    },
  });
  return { reports, sent, failures, pass: (milliseconds: number) => (present += milliseconds) };
}

const report = (message: string): ErrorReport => ({
  ...{ at: "2026-01-01T00:00:00.000Z", version: "1", requestId: "r-1", message },
  error: { type: "TypeError", message, stack: "TypeError\n    at a (a.ts:1:1)\n    at b (b.ts:2:2)" },
});

it("sends an error once, and again when some time has passed", async () => {
  const { reports, sent, pass } = reporter(async () => new Response());
  await reports.report(report("a request failed"));
  await reports.report(report("a request failed"));
  await reports.report(report("another one"));
  expect(sent.map(({ body }) => body.message)).toEqual(["a request failed", "another one"]);
  expect(sent[0]?.url).toBe("https://errors.example/in");
  pass(10 * 60_000);
  await reports.report(report("a request failed"));
  expect(sent).toHaveLength(3);
});

it("says why a report did not arrive, and goes on", async () => {
  const refused = reporter(async () => new Response(null, { status: 500 }));
  await refused.reports.report(report("x"));
  expect(refused.failures).toEqual(["answered 500"]);
  const gone = reporter(() => Promise.reject(new TypeError("no network")));
  await gone.reports.report(report("x"));
  expect(gone.failures).toEqual(["TypeError"]);
});

it("gets from the log what the log keeps, without addresses and tokens", () => {
  const seen: Omit<ErrorReport, "version">[] = [];
  const log = createLog("error", { write: () => undefined }, (entry) => seen.push(entry));
  log.warn({ err: new Error("no matter") }, "a warning");
  log.error({ err: new Error("no room for dewi@example.com"), requestId: "r-2" }, "a request failed");
  expect(seen).toHaveLength(1);
  expect(seen[0]).toMatchObject({ requestId: "r-2", message: "a request failed" });
  expect(seen[0]?.error).toMatchObject({ type: "Error", message: "no room for [address]" });
  expect(JSON.stringify(seen)).not.toContain("dewi@");
});
