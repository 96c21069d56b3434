import { beforeEach, expect, test } from "vitest";
import {
  findUserByEmail,
  insertMembership,
  insertUser,
  insertWorkspace,
  listUserSessions,
  updateUser,
} from "#db/accounts";
import { type Db, openDatabase } from "#db/client";
import { migrate } from "#db/migrate";
import { auditEvent, identity, workspace } from "#db/schema";
import { setTotpSecret } from "#db/second-factor";
import type { UseCaseContext } from "./context";
import { resolvePending, resolveUser, startUserSession } from "./sessions";
import { type ProviderIdentity, signInByProvider } from "./single-sign-on";

const NOW = new Date("2026-07-01T00:00:00Z");
let db: Db;

beforeEach(() => {
  db = openDatabase(":memory:");
  migrate(db, "db/migrations");
  insertWorkspace(db, { id: "w", name: "Ruang", createdAt: NOW });
  for (const id of ["mike", "budi"]) {
    insertUser(db, { id, email: `${id}@example.com`, name: id, createdAt: NOW });
    insertMembership(db, {
      ...{ id: `m-${id}`, userId: id, workspaceId: "w", role: "owner", companyId: null },
      createdAt: NOW,
    });
  }
});

const context = (): UseCaseContext => ({
  db,
  now: NOW,
  rubrics: { latest: () => [], all: () => [], get: () => undefined },
  actor: { kind: "visitor" },
  address: "192.0.2.7",
  settings: {
    secret: "0123456789abcdef0123456789abcdef",
    baseUrl: "http://localhost:3000",
    mailServer: false,
    evidence: { folder: "nowhere", quota: 0 },
  },
});

function signIn(given: Partial<ProviderIdentity> = {}, replaces: string | null = null) {
  const identity = {
    ...{ issuer: "https://id.example", subject: "s-mike", email: "mike@example.com", emailVerified: true },
    ...{ multiFactor: false, ...given },
  };
  return signInByProvider(context(), identity, { userAgent: "Test", replaces });
}

/** Who was signed in; fails the test where nobody was. */
function whoEntered(given: Partial<ProviderIdentity> = {}): string | undefined {
  const result = signIn(given);
  expect(result.next).toBe("done");
  return result.next === "done" ? resolveUser(db, result.token, NOW)?.actor.userId : undefined;
}

const identities = () => db.select().from(identity).all();
const requireSecondFactor = () => db.update(workspace).set({ secondFactorRequired: true }).run();

test("the first time, the verified address ties the account to the subject; it is written down once", () => {
  expect(whoEntered({ email: "Mike@Example.COM" })).toBe("mike");
  expect(identities()).toMatchObject([{ userId: "mike", issuer: "https://id.example", subject: "s-mike" }]);
  whoEntered();
  const links = db
    .select()
    .from(auditEvent)
    .all()
    .filter(({ action }) => action === "identity.link");
  expect(links).toMatchObject([{ objectId: "mike", detail: '{"issuer":"https://id.example"}' }]);
});

test("afterwards the subject decides, whatever address the provider gives", () => {
  whoEntered();
  expect(whoEntered({ email: "budi@example.com" })).toBe("mike");
  expect(whoEntered({ email: null, emailVerified: false })).toBe("mike");
  updateUser(db, "mike", { email: "mikael@example.com" });
  expect(whoEntered()).toBe("mike");
  expect(identities()).toHaveLength(1);
});

test("the same subject at another issuer is another person", () => {
  whoEntered();
  const elsewhere = { issuer: "https://other.example" };
  expect(signIn({ ...elsewhere, emailVerified: false })).toEqual({ next: "refused", reason: "unverified" });
  expect(whoEntered({ ...elsewhere, email: "budi@example.com" })).toBe("budi");
});

test("somebody who was given the address later does not get the account", () => {
  whoEntered();
  expect(signIn({ subject: "s-newcomer" })).toEqual({ next: "refused", reason: "other-subject" });
});

test.each<[string, Partial<ProviderIdentity>, string]>([
  ["no address", { email: null }, "unverified"],
  ["an empty address", { email: "" }, "unverified"],
  ["an address that is not verified", { emailVerified: false }, "unverified"],
  ["an address nobody has", { email: "orang@example.com" }, "unknown"],
  ["an address that only lower-cases to one we have", { email: "mi\u212Ae@example.com" }, "unknown"],
])("%s ties nothing and creates nobody", (_, given, reason) => {
  expect(signIn(given)).toEqual({ next: "refused", reason });
  expect(identities()).toEqual([]);
  expect(findUserByEmail(db, "orang@example.com")).toBeUndefined();
});

test("a disabled account and one without a role stay shut, before and after being tied", () => {
  const shut = (reason: string) => {
    expect(signIn()).toEqual({ next: "refused", reason });
  };
  updateUser(db, "mike", { disabledAt: NOW });
  shut("disabled");
  expect(identities()).toEqual([]);
  updateUser(db, "mike", { disabledAt: null });
  whoEntered();
  updateUser(db, "mike", { disabledAt: NOW });
  shut("disabled");
  updateUser(db, "mike", { disabledAt: null });
  db.$client.prepare("delete from membership where user_id = 'mike'").run();
  shut("no-role");
});

test("a person's own second factor is left to the provider while no workspace asks for one", () => {
  setTotpSecret(db, "mike", "sealed");
  expect(whoEntered()).toBe("mike");
});

test("where the workspace asks for a second factor, the provider's word spares it and nothing else does", () => {
  requireSecondFactor();
  expect(signIn()).toMatchObject({ next: "enrol" });
  setTotpSecret(db, "mike", "sealed");
  const waiting = signIn();
  expect(waiting.next).toBe("code");
  const token = waiting.next === "code" ? waiting.token : "";
  expect(resolveUser(db, token, NOW)).toBeNull();
  expect(resolvePending(db, token, NOW)).toMatchObject({ userId: "mike" });
  expect(whoEntered({ multiFactor: true })).toBe("mike");
});

test("the session that the browser held before is over, but only when somebody gets in", () => {
  const before = startUserSession(context(), "budi");
  signIn({ emailVerified: false }, before);
  expect(resolveUser(db, before, NOW)?.actor.userId).toBe("budi");
  signIn({}, before);
  expect(resolveUser(db, before, NOW)).toBeNull();
  expect(listUserSessions(db, "mike", NOW)).toHaveLength(1);
});
