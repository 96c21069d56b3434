import { pino } from "pino";
import { beforeEach, expect, test } from "vitest";
import type { Db } from "#db/client";
import { findMail } from "#db/mail";
import { readEnv } from "~/env.server";
import type { Services } from "~/http/context";
import { type OpenMail, post, readMail, retryMail } from "~/use-cases/outbox";
import { NOW, twoWorkspaces, workingContext } from "../../tests/support/small-workspace";
import { resetLetter } from "./compose";
import { deliverDue } from "./deliver";

const OLD = "fedcba9876543210".repeat(2);
const PRESENT = "0123456789abcdef".repeat(2);
const DAY = 24 * 60 * 60_000;
let db: Db;
let now: Date;
let lines: string[];
let carried: string[];
beforeEach(() => {
  db = twoWorkspaces();
  now = NOW;
  lines = [];
  carried = [];
});

/** Posts a message a second later than the one before it; returns its id. */
function postOne(secret: string, mailServer = true): string {
  now = new Date(now.getTime() + 1000);
  return post(under(secret, mailServer), {
    ...{ workspaceId: "w", kind: "reset", locale: "id", about: { kind: "user", id: "u" } },
    recipient: { name: "Ani", email: "ani@example.com" },
    letter: resetLetter({ locale: "id", workspace: "w", name: "Ani", url: "https://selaras.example/x" }),
  });
}

function under(secret: string, mailServer = true) {
  const context = workingContext(db, "owner", "w", now);
  return { ...context, settings: { ...context.settings, secret, mailServer } };
}

/** One run of the delivery under a secret; returns how many messages left. */
function deliver(secret: string, mailServer = true): Promise<number> {
  const SMTP_URL = mailServer ? "smtp://127.0.0.1:1" : undefined;
  // Delivering needs only these of the services.
  const services = {
    ...{ db, secret, clock: () => now, env: readEnv({ SMTP_URL }) },
    log: pino({ level: "info" }, { write: (line) => void lines.push(line) }),
  } as unknown as Services;
  return deliverDue(services, async (mail: OpenMail) => void carried.push(mail.id));
}

test("a message sealed under another secret is given up at once, says why, and holds up no other", async () => {
  const before = postOne(PRESENT);
  const lost = [postOne(OLD), postOne(OLD)];
  const after = postOne(PRESENT);
  expect(await deliver(PRESENT)).toBe(2);
  expect(carried).toEqual([before, after]);
  for (const id of lost) {
    expect(findMail(db, "w", id)).toMatchObject({ state: "failed", lastError: "other-secret", sentAt: null });
    expect(readMail(under(PRESENT), id)).toMatchObject({ unreadable: true, text: "", html: "" });
  }
});

test("the log tells of it once, by the message's id, as a warning", async () => {
  const id = postOne(OLD);
  await deliver(PRESENT);
  now = new Date(now.getTime() + DAY);
  expect(await deliver(PRESENT)).toBe(0);
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ level: 40, mail: id, kind: "reset" }]);
  expect(lines[0]).toContain("another session secret");
});

test("it is not tried again while it cannot be read, and goes out once the secret from before is back", async () => {
  const id = postOne(OLD);
  await deliver(PRESENT);
  expect(() => retryMail(under(PRESENT), id)).toThrow("wrong-state");
  expect(findMail(db, "w", id)?.state).toBe("failed");
  retryMail(under(OLD), id);
  expect(await deliver(OLD)).toBe(1);
  expect(carried).toEqual([id]);
  expect(findMail(db, "w", id)).toMatchObject({ state: "sent", lastError: null });
});

test("without a mail server, one that was not written to its file yet is given up, too, and comes back to be shown", async () => {
  const id = postOne(OLD, false);
  const kept = postOne(PRESENT, false);
  expect(await deliver(PRESENT, false)).toBe(1);
  expect(carried).toEqual([kept]);
  expect(findMail(db, "w", id)?.state).toBe("failed");
  retryMail(under(OLD, false), id);
  expect(await deliver(OLD, false)).toBe(1);
  expect(readMail(under(OLD, false), id)).toMatchObject({ state: "shown", sentAt: now });
});
