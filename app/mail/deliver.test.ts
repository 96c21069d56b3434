import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { pino } from "pino";
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";
import { afterEach, beforeEach, expect, test } from "vitest";
import { insertWorkspace } from "#db/accounts";
import { type Db, openDatabase } from "#db/client";
import { latestMailAbout } from "#db/mail";
import { migrate } from "#db/migrate";
import { readEnv } from "~/env.server";
import { actingContext, type Services } from "~/http/context";
import { EventStreams } from "~/http/event-stream";
import { Metrics } from "~/http/metrics";
import { post, readMail, retryMail } from "~/use-cases/outbox";
import { resetLetter } from "./compose";
import { deliverDue, fileCarrier, smtpCarrier } from "./deliver";

const START = new Date("2026-07-01T00:00:00Z");
const URL_IN_MAIL = "https://selaras.example/account/token-in-the-link";
let db: Db;
let now: Date;
let folder: string;
let server: SMTPServer;
let received: string[];
let refuse: string | null;

beforeEach(async () => {
  db = openDatabase(":memory:");
  migrate(db, "db/migrations");
  insertWorkspace(db, { id: "w", name: "Ruang", createdAt: START });
  now = START;
  folder = mkdtempSync(join(tmpdir(), "selaras-mail-"));
  received = [];
  refuse = null;
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onData(stream, _session, done) {
      text(stream).then((raw) => {
        if (refuse) return done(Object.assign(new Error(refuse), { responseCode: 451 }));
        received.push(raw);
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
});

afterEach(async () => {
  await new Promise<void>((resolve) => server.close(() => resolve()));
  rmSync(folder, { recursive: true });
  db.$client.close();
});

const smtpUrl = () => `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;

function services(withServer: boolean): Services {
  const env = readEnv({
    DATA_DIR: folder,
    BASE_URL: "https://selaras.example",
    SMTP_URL: withServer ? smtpUrl() : undefined,
  });
  return {
    ...{ db, env, root: ".", secret: "0123456789abcdef0123456789abcdef" },
    clock: () => now,
    rubrics: { latest: () => [], all: () => [], get: () => undefined },
    log: pino({ level: "silent" }),
    streams: new EventStreams(),
    metrics: new Metrics(),
  };
}

function postReset(made: Services, name = "Ani"): string {
  return post(actingContext(made, { kind: "visitor" }, null), {
    workspaceId: "w",
    kind: "reset",
    recipient: { name, email: "ani@example.com" },
    locale: "id",
    letter: resetLetter({ locale: "id", workspace: "Ruang", name, url: URL_IN_MAIL }),
    about: { kind: "user", id: "u" },
  });
}

const stored = () => latestMailAbout(db, "user", "u");

test("a message leaves as text and HTML, once, and its body is emptied", async () => {
  const made = services(true);
  postReset(made);
  expect(stored()?.body).not.toContain("token-in-the-link");
  expect(await deliverDue(made, smtpCarrier(made, smtpUrl()))).toBe(1);
  expect(await deliverDue(made, smtpCarrier(made, smtpUrl()))).toBe(0);
  const mail = await PostalMime.parse(received[0] ?? "");
  expect(mail.subject).toBe("Atur ulang kata sandi Selaras");
  expect(mail.to?.[0]?.address).toBe("ani@example.com");
  expect(mail.text).toContain(URL_IN_MAIL);
  expect(mail.html).toContain(`href="${URL_IN_MAIL}"`);
  expect(stored()).toMatchObject({ state: "sent", body: "", sentAt: START });
});

test("what people typed is inert in HTML and cannot add a header", async () => {
  const made = services(true);
  const letter = resetLetter({
    locale: "en",
    workspace: "W",
    name: '<img src=x onerror="x">',
    url: URL_IN_MAIL,
  });
  post(actingContext(made, { kind: "visitor" }, null), {
    ...{ workspaceId: "w", kind: "reset", locale: "en" as const, about: { kind: "user", id: "u" } },
    recipient: { name: "x", email: "ani@example.com" },
    letter: { ...letter, subject: "Halo\r\nBcc: mallory@example.com" },
  });
  await deliverDue(made, smtpCarrier(made, smtpUrl()));
  const mail = await PostalMime.parse(received[0] ?? "");
  expect(mail.bcc).toBeUndefined();
  expect(mail.subject).toBe("Halo Bcc: mallory@example.com");
  expect(mail.html).not.toContain("<img");
  expect(mail.html).toContain("&lt;img");
});

test("a refused message is tried again later, and given up after the last retry", async () => {
  const made = services(true);
  const id = postReset(made);
  refuse = "try later";
  const carry = smtpCarrier(made, smtpUrl());
  for (const minutes of [0, 1, 5, 30, 120, 720]) {
    now = new Date(now.getTime() + minutes * 60_000);
    expect(await deliverDue(made, carry)).toBe(0);
  }
  expect(stored()).toMatchObject({ state: "failed", attempts: 6 });
  expect(stored()?.lastError).toContain("try later");
  refuse = null;
  const context = { ...actingContext(made, { kind: "system", name: "test" }, null) };
  retryMail({ ...context, scope: { workspaceId: "w", companyIds: null } }, id);
  expect(await deliverDue(made, carry)).toBe(1);
});

test("between two tries a message rests", async () => {
  const made = services(true);
  postReset(made);
  refuse = "busy";
  const carry = smtpCarrier(made, smtpUrl());
  await deliverDue(made, carry);
  refuse = null;
  now = new Date(START.getTime() + 30_000);
  expect(await deliverDue(made, carry)).toBe(0);
  now = new Date(START.getTime() + 61_000);
  expect(await deliverDue(made, carry)).toBe(1);
});

test("a server that does not answer costs a try, not the message", async () => {
  const made = services(true);
  postReset(made);
  expect(await deliverDue(made, smtpCarrier(made, "smtp://127.0.0.1:1"))).toBe(0);
  expect(stored()).toMatchObject({ state: "waiting", attempts: 1 });
});

test("without a mail server the message is written to a file once and stays to be shown", async () => {
  const made = services(false);
  const id = postReset(made);
  expect(await deliverDue(made, fileCarrier(made))).toBe(1);
  expect(await deliverDue(made, fileCarrier(made))).toBe(0);
  const files = readdirSync(join(folder, "mail"));
  expect(files).toEqual([`${id}.eml`]);
  const mail = await PostalMime.parse(readFileSync(join(folder, "mail", `${id}.eml`), "utf8"));
  expect(mail.text).toContain(URL_IN_MAIL);
  const context = actingContext(made, { kind: "system", name: "test" }, null);
  const shown = readMail({ ...context, scope: { workspaceId: "w", companyIds: null } }, id);
  expect(shown.text).toContain(URL_IN_MAIL);
  expect(shown.state).toBe("shown");
});
