import { expect, it } from "vitest";
import { newToken } from "~/tokens.server";
import { createLog } from "./log";

function logged(write: (log: ReturnType<typeof createLog>) => void) {
  const lines: string[] = [];
  write(createLog("info", { write: (line) => void lines.push(line) }));
  return { text: lines.join(""), entries: lines.map((line) => JSON.parse(line)) };
}

it("writes one JSON object a line, whatever a text contains", () => {
  const { text, entries } = logged((log) => log.info({ path: '/\n{"level":60}' }, "first\nsecond"));
  expect(text.trimEnd().split("\n")).toHaveLength(1);
  expect(entries[0]).toMatchObject({ level: 30, path: '/\n{"level":60}', msg: "first\nsecond" });
});

it("keeps no cookie, password, token or address that is handed in as a field", () => {
  const secret = newToken();
  const { text, entries } = logged((log) => {
    log.info({ requestId: "r", cookie: secret, email: "dewi@example.com" });
    log.info({ request: { headers: { cookie: secret, authorization: secret } } });
    log.info({ mail: { recipient: "dewi@example.com", token: secret }, form: { password: secret } });
  });
  expect(text).not.toContain(secret);
  expect(text).not.toContain("dewi@");
  expect(entries[0]).toMatchObject({ requestId: "r", cookie: "[redacted]" });
  expect(entries[0]).not.toHaveProperty("msg");
});

it("keeps of an error what helps, and nothing that it quotes or carries", () => {
  const token = newToken();
  const cause = Object.assign(new Error(`rejected: 550 <budi.s@example.co.id>`), { code: "EENVELOPE" });
  const error = Object.assign(new Error(`no page /account/${token} for dewi@example.com`, { cause }), {
    recipients: ["budi.s@example.co.id"],
    response: "550 budi.s@example.co.id",
  });
  const { text, entries } = logged((log) => log.error({ err: error }, "failed"));
  expect(text).not.toMatch(/dewi|budi/);
  expect(text).not.toContain(token);
  expect(entries[0].err).toMatchObject({
    type: "Error",
    message: "no page /account/[token] for [address]",
    cause: { code: "EENVELOPE", message: "rejected: 550 <[address]>" },
  });
  expect(entries[0].err.stack).toContain("log.test.ts");
});

it("keeps of a failed query the statement, not its values", () => {
  const error = new Error("Failed query: select * from user where email = ?\nparams: dewi,rahasia");
  const { text, entries } = logged((log) => log.error({ err: error }));
  expect(entries[0].err.message).toBe("Failed query: select * from user where email = ?");
  expect(text).not.toContain("rahasia");
});

it("cuts off what was typed also where it looks like a stack", () => {
  const typed = "dewi\n    at rahasia (satu.ts:1:1)\nparams: rahasia\n    at rahasia (dua.ts:1:1)";
  const error = new Error(`Failed query: insert into judgment values (?)\nparams: ${typed}`);
  const { text, entries } = logged((log) => log.error({ err: error }));
  expect(text).not.toContain("rahasia");
  expect(entries[0].err.stack).toContain("log.test.ts");
});

it("keeps a line short, and is quick, whatever an error says", () => {
  const cause = new Error("x".repeat(1_000_000));
  const started = performance.now();
  const { text } = logged((log) => log.error({ err: new Error("a.".repeat(500_000), { cause }) }));
  expect(performance.now() - started).toBeLessThan(2000);
  // So much goes through a pipe in one piece.
  expect(text.length).toBeLessThan(4096);
});

it("says only the kind of what is thrown and no error", () => {
  expect(logged((log) => log.error({ err: "dewi@example.com" })).entries[0].err).toEqual({ type: "string" });
});
