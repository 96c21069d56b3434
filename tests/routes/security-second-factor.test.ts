import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { updateWorkspace } from "#db/workspace-settings";
import { createPasswordLink } from "~/use-cases/accounts";
import { createTestApp, type TestApp } from "../support/app";
import { addresses } from "../support/build";
import { attributes } from "../support/html";
import type { Person } from "../support/people";
import { anAccount, isSignedIn, PASSWORD, type Registered, signInAs } from "../support/security-accounts";
import { ask, METHODS, markersIn, outcomeOf, pathAt, WAYS } from "../support/security-cells";
import { setScene } from "../support/security-scene";
import { TABLE } from "./access-table";

let app: TestApp;
let account: Registered;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-06-30T03:00:00Z") });
  app = await createTestApp();
  account = await anAccount(app, "consultant", { secondFactor: true });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Somebody who has given the password and owes the code. */
async function halfway(email = account.email): Promise<Person> {
  const { as, answer } = await signInAs(app, email);
  expect(answer.location).toMatch(/^\/sign-in\/code/);
  return as;
}
const give = (as: Person, code: string) => app.post("/sign-in/code", { code }, { as });

describe("a code of the authenticator", () => {
  it("lets in once, and not a second time within its half minute or the next", async () => {
    const code = account.code();
    const first = await halfway();
    expect((await give(first, code)).location).toBe("/companies");
    expect(await isSignedIn(app, first)).toBe(true);
    for (const seconds of [0, 10, 20]) {
      app.advance(seconds * 1000);
      const second = await halfway();
      expect((await give(second, code)).status).toBe(400);
      expect(await isSignedIn(app, second)).toBe(false);
    }
  });

  it("is not taken once a later one was", async () => {
    const [now, later] = [account.code(), account.code(30)];
    expect((await give(await halfway(), later)).status).toBe(302);
    expect((await give(await halfway(), now)).status).toBe(400);
  });

  it("is that person's own, of this minute, and has six digits", async () => {
    const other = await anAccount(app, "consultant", { secondFactor: true });
    const as = await halfway();
    for (const wrong of [
      other.code(),
      account.code(-90),
      account.code(90),
      "",
      "0",
      "000000 0",
      "'or 1=1--",
    ]) {
      expect((await give(as, wrong)).status).toBe(400);
    }
    expect(await isSignedIn(app, as)).toBe(false);
  });

  it("is guessed ten times in a quarter of an hour and no more", async () => {
    const as = await halfway();
    const statuses = [];
    for (let guess = 0; guess < 12; guess++) statuses.push((await give(as, "not a code")).status);
    expect(statuses).toEqual([...new Array<number>(10).fill(400), 429, 429]);
    // Neither a new session nor the right code opens before the time is up.
    expect((await give(await halfway(), account.code())).status).toBe(429);
    app.advance(15 * 60_000);
    vi.setSystemTime(app.context().now);
    expect((await give(await halfway(), account.code())).status).toBe(302);
  });
});

describe("a recovery code", () => {
  it("works once, however it is written, and the others still do", async () => {
    const [first = "", second = ""] = account.recoveryCodes;
    expect((await give(await halfway(), first.toUpperCase().replaceAll("-", " "))).status).toBe(302);
    expect((await give(await halfway(), first)).status).toBe(400);
    expect((await give(await halfway(), second)).status).toBe(302);
  });

  it("is nobody else's, and is stored as a hash only", async () => {
    const other = await anAccount(app, "consultant", { secondFactor: true });
    expect((await give(await halfway(), other.recoveryCodes[0] ?? "")).status).toBe(400);
    const everything = app.services.db.$client.serialize().toString("latin1");
    for (const code of account.recoveryCodes) {
      expect(everything).not.toContain(code);
      expect(everything).not.toContain(code.replaceAll("-", ""));
    }
  });
});

describe("between the password and the code", () => {
  it("nothing is open that is not open to everybody", async () => {
    const scene = await setScene(app);
    const as = await halfway();
    const wrong: string[] = [];
    for (const { path } of await addresses()) {
      if (path === "/sign-in/code" || path === "/sign-in/enrol") continue;
      for (const method of METHODS) {
        for (const way of WAYS) {
          const answer = await ask(app, as, { path: pathAt(path, scene, "own"), method, way });
          const expected = TABLE[path]?.[method].visitor[0];
          const outcome = outcomeOf(answer);
          if (outcome !== expected) wrong.push(`${method} ${path} as ${way}: ${outcome} and not ${expected}`);
          if (!TABLE[path]?.key && markersIn(answer).length > 0)
            wrong.push(`${method} ${path} shows something`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it("the session lasts ten minutes, and another password does not renew it", async () => {
    const as = await halfway();
    app.advance(10 * 60_000 + 1);
    expect((await give(as, account.code())).location).toBe("/sign-in");
  });

  it("no authenticator of one's own can be set up instead", async () => {
    const as = await halfway();
    const page = await app.get("/sign-in/enrol", { as });
    const secret = attributes(page.body, "input", "value").find((value) => /^[A-Z2-7]{32}$/.test(value));
    expect([page.status, secret]).toEqual([302, undefined]);
  });
});

describe("where a second factor is required", () => {
  beforeEach(() => {
    const settings = { name: "Selaras", secondFactorRequired: true, retentionMonths: null };
    updateWorkspace(app.services.db, app.workspaceId, settings);
  });

  it("whoever has none sets it up before anything is open", async () => {
    const { email } = await anAccount(app, "consultant");
    const { as, answer } = await signInAs(app, email);
    expect(answer.location).toMatch(/^\/sign-in\/enrol/);
    expect(await isSignedIn(app, as)).toBe(false);
  });

  it("a link for choosing a password leads to it as well", async () => {
    const { userId } = await anAccount(app, "consultant");
    const as = app.visitor();
    const link = `/account/${createPasswordLink(app.context(), app.workspaceId, userId)}`;
    const answer = await app.post(link, { password: PASSWORD }, { as });
    expect(answer.location).toMatch(/^\/sign-in\/enrol/);
    expect(await isSignedIn(app, as)).toBe(false);
  });
});

it("is asked for after a reset of the password, too", async () => {
  const as = app.visitor();
  const link = `/account/${createPasswordLink(app.context(), app.workspaceId, account.userId)}`;
  const answer = await app.post(link, { password: PASSWORD }, { as });
  expect(answer.location).toMatch(/^\/sign-in\/code/);
  expect(await isSignedIn(app, as)).toBe(false);
});
