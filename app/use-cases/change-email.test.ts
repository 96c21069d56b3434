import { beforeEach, expect, test } from "vitest";
import { findUser, insertMembership, insertUser, insertWorkspace } from "#db/accounts";
import { type Db, openDatabase } from "#db/client";
import { migrate } from "#db/migrate";
import { confirmEmailChange, readEmailChange, requestEmailChange } from "./change-email";
import type { ScopedContext } from "./context";
import { readMail, readOutbox } from "./outbox";

const START = new Date("2026-07-01T00:00:00Z");
const HOUR = 3_600_000;
let db: Db;

beforeEach(() => {
  db = openDatabase(":memory:");
  migrate(db, "db/migrations");
  insertWorkspace(db, { id: "w", name: "Ruang", createdAt: START });
  for (const id of ["ani", "budi"]) {
    insertUser(db, { id, email: `${id}@example.com`, name: id, createdAt: START });
    insertMembership(db, {
      ...{ id: `m-${id}`, userId: id, workspaceId: "w", role: "owner", companyId: null },
      createdAt: START,
    });
  }
});

function contextAt(hours: number) {
  const actor = {
    kind: "user",
    userId: "ani",
    name: "ani",
    email: "ani@example.com",
    memberships: [],
  } as const;
  return {
    db,
    actor: { ...actor, memberships: [] },
    now: new Date(START.getTime() + hours * HOUR),
    rubrics: { latest: () => [], all: () => [], get: () => undefined },
    address: null,
    settings: {
      secret: "0123456789abcdef0123456789abcdef",
      baseUrl: "http://localhost:3000",
      mailServer: false,
      evidence: { folder: "nowhere", quota: 0 },
    },
    scope: { workspaceId: "w", companyIds: null },
  } satisfies ScopedContext;
}

/** The tokens in the messages sent since, by address. */
function tokens(): Record<string, string> {
  const context = contextAt(0);
  return Object.fromEntries(
    readOutbox(context).map(({ id, recipient }) => [
      recipient,
      /confirm-email\/([\w-]+)/.exec(readMail(context, id).text)?.[1] ?? "",
    ]),
  );
}

const email = () => findUser(db, "ani")?.email;

test("the address changes only once both addresses have confirmed, in either order", () => {
  requestEmailChange(contextAt(0), "baru@example.com");
  const sent = tokens();
  expect(confirmEmailChange(contextAt(1), sent["baru@example.com"] ?? "")).toBe("waiting");
  expect(email()).toBe("ani@example.com");
  expect(confirmEmailChange(contextAt(2), sent["ani@example.com"] ?? "")).toBe("changed");
  expect(email()).toBe("baru@example.com");
});

test("one confirmation after the other's time has run out changes nothing", () => {
  requestEmailChange(contextAt(0), "baru@example.com");
  const sent = tokens();
  expect(confirmEmailChange(contextAt(1), sent["baru@example.com"] ?? "")).toBe("waiting");
  expect(() => confirmEmailChange(contextAt(30), sent["ani@example.com"] ?? "")).toThrow("link-used");
  expect(email()).toBe("ani@example.com");
});

test("a link confirms once, and a new request drops the earlier one", () => {
  requestEmailChange(contextAt(0), "baru@example.com");
  const first = tokens();
  const token = first["baru@example.com"] ?? "";
  confirmEmailChange(contextAt(1), token);
  expect(() => confirmEmailChange(contextAt(1), token)).toThrow("link-used");
  requestEmailChange(contextAt(2), "lain@example.com");
  expect(readEmailChange(contextAt(2), first["ani@example.com"] ?? "")).toBeNull();
  expect(email()).toBe("ani@example.com");
});

test("an address that belongs to somebody gets no message and is never taken over", () => {
  requestEmailChange(contextAt(0), "budi@example.com");
  expect(Object.keys(tokens())).toEqual(["ani@example.com"]);
});
