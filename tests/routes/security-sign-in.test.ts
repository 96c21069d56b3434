import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { m } from "~/i18n/messages";
import { createTestApp, type TestApp } from "../support/app";
import { textOf } from "../support/html";
import { anAccount, isSignedIn, PASSWORD, signInAs } from "../support/security-accounts";
import { type From, openDoor } from "../support/security-door";

const MINUTE = 60_000;
const WRONG = "bukan kata sandinya";

let app: TestApp;
beforeEach(async () => {
  // Tries are counted by the machine's clock, which stands still here until a test moves it.
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-06-30T03:00:00Z") });
  app = await createTestApp();
});
afterEach(() => {
  vi.useRealTimers();
});

const pass = (milliseconds: number) => {
  app.advance(milliseconds);
  vi.setSystemTime(app.context().now);
};

/** The form for signing in, from any address. */
async function signingIn(proxies: string[] = []) {
  const send = await openDoor(app, proxies);
  return (from: From, email: string, password: string) => send("/sign-in", { email, password }, from);
}

describe("an unknown address, a wrong password and an account without one", () => {
  it("get the same answer to the letter", async () => {
    const { email } = await anAccount(app, "consultant");
    const unset = await app.signIn("consultant");
    const answers = [];
    for (const known of [email, "siapa@example.com", unset.email]) {
      const { answer } = await signInAs(app, known, { password: WRONG });
      const same = answer.body
        .replaceAll(known, "EMAIL")
        .replace(/nonce="[^"]*"/g, "")
        .replace(/data-request-id="[^"]*"/g, "");
      const names = [...answer.headers.keys()].sort();
      answers.push({ status: answer.status, names, same });
    }
    expect(answers[0]?.status).toBe(400);
    expect(textOf(answers[0]?.same ?? "")).toContain(m.account_sign_in_wrong());
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  it("take the same time", async () => {
    const { email } = await anAccount(app, "consultant");
    const unset = await app.signIn("consultant");
    const took: Record<string, number[]> = { [email]: [], [unset.email]: [], "siapa@example.com": [] };
    const time = async (address: string) => {
      app.services.db.$client.exec("delete from rate_limit");
      const started = performance.now();
      await signInAs(app, address, { password: WRONG });
      return performance.now() - started;
    };
    for (const address of Object.keys(took)) await time(address);
    // In turns, so that whatever else the machine does slows all alike.
    for (let round = 0; round < 15; round++) {
      for (const [address, times] of Object.entries(took)) times.push(await time(address));
    }
    const [wrong = 0, ...others] = Object.values(took).map(median);
    expect(wrong).toBeGreaterThan(0);
    for (const other of others) {
      expect(other / wrong).toBeGreaterThan(0.5);
      expect(other / wrong).toBeLessThan(2);
    }
  });
});

describe("an account", () => {
  it("is slowed after ten wrong tries, wherever they come from, and opens again by itself", async () => {
    const signIn = await signingIn();
    const { email } = await anAccount(app, "consultant");
    for (let attempt = 0; attempt < 10; attempt++) {
      expect((await signIn({ address: `203.0.113.${attempt}` }, email, WRONG)).status).toBe(400);
    }
    const elsewhere = { address: "203.0.113.77" };
    const slowed = await signIn(elsewhere, email.toUpperCase(), PASSWORD);
    expect(slowed.status).toBe(429);
    expect(textOf(await slowed.text())).toContain(m.account_sign_in_slow({ minutes: 15 }));
    pass(14 * MINUTE);
    expect((await signIn(elsewhere, email, PASSWORD)).status).toBe(429);
    pass(MINUTE);
    expect((await signIn(elsewhere, email, PASSWORD)).status).toBe(302);
  });

  it("is slowed alike whether it exists or not", async () => {
    const statuses = [];
    for (let attempt = 0; attempt < 12; attempt++) {
      statuses.push((await signInAs(app, "siapa@example.com", { password: WRONG })).answer.status);
    }
    expect(statuses).toEqual([...new Array<number>(10).fill(400), 429, 429]);
  });

  it("does not slow another account, nor is it kept from those who are signed in", async () => {
    const [victim, other] = [await anAccount(app, "consultant"), await anAccount(app, "consultant")];
    const { as } = await signInAs(app, victim.email);
    for (let attempt = 0; attempt < 15; attempt++) await signInAs(app, victim.email, { password: WRONG });
    expect(await isSignedIn(app, as)).toBe(true);
    expect((await signInAs(app, other.email)).answer.status).toBe(302);
  });

  it("has its tries forgotten once the password was right", async () => {
    const { email } = await anAccount(app, "consultant");
    for (let round = 0; round < 3; round++) {
      for (let attempt = 0; attempt < 9; attempt++) await signInAs(app, email, { password: WRONG });
      expect((await signInAs(app, email)).answer.status).toBe(302);
    }
  });
});

describe("an address", () => {
  /** Tries so many accounts once each; says how many tries were slowed. */
  const slowed = async (count: number, from: (attempt: number) => From, proxies: string[] = []) => {
    const signIn = await signingIn(proxies);
    let refused = 0;
    for (let attempt = 0; attempt < count; attempt++) {
      const { status } = await signIn(from(attempt), `orang${attempt}@example.com`, WRONG);
      if (status === 429) refused += 1;
    }
    return refused;
  };

  it("is slowed when it tries many accounts, and opens again by itself", async () => {
    const signIn = await signingIn();
    const { email } = await anAccount(app, "consultant");
    expect(await slowed(53, () => ({ address: "203.0.113.9" }))).toBe(3);
    expect((await signIn({ address: "203.0.113.10" }, email, PASSWORD)).status).toBe(302);
    expect((await signIn({ address: "203.0.113.9" }, email, PASSWORD)).status).toBe(429);
    pass(15 * MINUTE);
    expect((await signIn({ address: "203.0.113.9" }, email, PASSWORD)).status).toBe(302);
  });

  it("of IPv6 is the network of a household, however it is written", async () => {
    const hex = (number: number) => number.toString(16);
    const household = (attempt: number) => ({
      address: `2001:db8:0:7:${hex(attempt * 977)}::${hex(attempt)}`,
    });
    expect(await slowed(53, household)).toBe(3);
    expect(await slowed(1, () => ({ address: "2001:0DB8::7:ffff:1:2:3" }))).toBe(1);
    expect(await slowed(1, () => ({ address: "2001:db8:0:8::1" }))).toBe(0);
  });

  const claiming = (address: string) => (attempt: number) => ({
    address,
    headers: { "X-Forwarded-For": `203.0.113.${attempt}`, "X-Real-IP": `203.0.113.${attempt}` },
  });

  it("is the connection's, whatever a client claims", async () => {
    expect(await slowed(53, claiming("198.51.100.7"), ["10.0.0.0/8"])).toBe(3);
  });

  it("is what a proxy of ours says, and not what the client wrote before it", async () => {
    expect(await slowed(53, claiming("10.0.0.2"), ["10.0.0.0/8"])).toBe(0);
    const lying = (attempt: number) => ({
      address: "10.0.0.2",
      headers: { "X-Forwarded-For": `203.0.113.${attempt}, 198.51.100.9` },
    });
    expect(await slowed(53, lying, ["10.0.0.0/8"])).toBe(3);
  });
});

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
