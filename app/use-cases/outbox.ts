import { randomUUID } from "node:crypto";
import { findWorkspace } from "#db/accounts";
import { findBrand } from "#db/branding";
import { claimDueMail, findMail, insertMail, listMail, type Mail, updateMail } from "#db/mail";
import type { Locale } from "~/i18n/locale";
import type { Letter } from "~/mail/compose";
import { drawLetter } from "~/mail/draw";
import { sealer } from "~/seal.server";
import { isBranded, type StoredBrand } from "./branding";
import { audit, type ScopedContext, type UseCaseContext } from "./context";
import { Refusal } from "./errors";

const MINUTE = 60_000;
/** How long a process has for one delivery before another may try. */
const LEASE = 5 * MINUTE;
/** Waits after the first, second ... failure; after the last one the message counts as failed. */
const RETRIES = [1, 5, 30, 120, 720].map((minutes) => minutes * MINUTE);
const LISTED = 200;
/** Why a message was given up that cannot be opened; what else stands there is the mail server's answer. */
const OTHER_SECRET = "other-secret";

export type Posting = {
  workspaceId: string;
  kind: string;
  recipient: { name: string; email: string };
  locale: Locale;
  letter: Letter;
  about: { kind: string; id: string };
};

/**
 * A message as it leaves: both bodies in the clear. They are empty once it was sent, and where it is `unreadable`: it
 * was sealed under another secret than the present one.
 */
export type OpenMail = Omit<Mail, "body"> & { text: string; html: string; unreadable: boolean };

/**
 * Puts a message into the outbox; call inside the transaction of what it tells of, so that neither happens without
 * the other. Without a mail server it is only kept to be shown. Returns the message's id.
 */
export function post(context: UseCaseContext, posting: Posting): string {
  const { workspaceId, kind, recipient, locale, letter, about } = posting;
  const id = randomUUID();
  const body = JSON.stringify(drawLetter(letter, locale, shownBrand(context, workspaceId)));
  insertMail(context.db, {
    id,
    workspaceId,
    kind,
    recipient: recipient.email,
    locale,
    subject: oneLine(letter.subject),
    body: sealer(context.settings.secret, "mail").seal(body),
    objectKind: about.kind,
    objectId: about.id,
    state: stateWhenDue(context),
    dueAt: context.now,
    createdAt: context.now,
  });
  return id;
}

/** With a mail server a message waits to be sent; without one it is shown, and due to be written to a file. */
function stateWhenDue({ settings }: UseCaseContext): "waiting" | "shown" {
  return settings.mailServer ? "waiting" : "shown";
}

/** What a message shows of its workspace: nothing where that has kept the name and the look of Selaras. */
function shownBrand({ db }: UseCaseContext, workspaceId: string): StoredBrand | null {
  const brand = findBrand(db, workspaceId);
  return brand && isBranded(brand) ? brand : null;
}

/** The workspace's name, for signing messages. */
export function workspaceName(context: UseCaseContext, workspaceId: string): string {
  return findWorkspace(context.db, workspaceId)?.name ?? "Selaras";
}

/** The newest messages of the workspace, without their bodies. */
export function readOutbox(context: ScopedContext): Omit<Mail, "body">[] {
  return listMail(context.db, context.scope.workspaceId, LISTED).map(({ body: _, ...mail }) => mail);
}

/** One message with its text, to be shown and copied; the body is gone once it was sent. @throws Refusal "not-found" */
export function readMail(context: ScopedContext, id: string): OpenMail {
  const mail = findMail(context.db, context.scope.workspaceId, id);
  if (!mail) throw new Refusal("not-found");
  return openMail(context, mail);
}

/** Tries a failed message again. @throws Refusal "not-found", "wrong-state" (not failed, or unreadable) */
export function retryMail(context: ScopedContext, id: string): void {
  const { state, unreadable } = readMail(context, id);
  if (state !== "failed" || unreadable) throw new Refusal("wrong-state", { state });
  const anew = { state: stateWhenDue(context), attempts: 0, dueAt: context.now, lastError: null };
  updateMail(context.db, id, anew);
  audit(context, context.scope.workspaceId, "mail.retry", { kind: "mail", id });
}

/**
 * The next message that is due, or null: with a mail server one to send, without one to write to a file. It is lent
 * for five minutes: report the outcome before that. An unreadable one is not to be sent: see `markUnreadable`.
 */
export function takeDueMail(context: UseCaseContext): OpenMail | null {
  const mail = claimDueMail(context.db, stateWhenDue(context), context.now, LEASE);
  return mail ? openMail(context, mail) : null;
}

/** The message left. Its body, with the link in it, is emptied once it was sent; a shown one stays to be copied. */
export function markDelivered(context: UseCaseContext, mail: Pick<Mail, "id" | "state">): void {
  const gone = mail.state === "waiting" ? ({ state: "sent", body: "" } as const) : {};
  updateMail(context.db, mail.id, { ...gone, sentAt: context.now, lastError: null });
}

/** The message did not leave: it is tried again later, or given up after the last retry. */
export function markUndelivered(
  context: UseCaseContext,
  mail: Pick<Mail, "id" | "attempts">,
  why: string,
): void {
  const wait = RETRIES[mail.attempts - 1];
  const lastError = why.slice(0, 500);
  const again = wait === undefined ? null : new Date(context.now.getTime() + wait);
  updateMail(context.db, mail.id, again ? { dueAt: again, lastError } : { state: "failed", lastError });
}

/**
 * The message cannot be opened, and waiting does not change that: it is given up at once. Its body stays, so that it
 * can be sent after all once the secret from before is back.
 */
export function markUnreadable(context: UseCaseContext, { id }: Pick<Mail, "id">): void {
  updateMail(context.db, id, { state: "failed", lastError: OTHER_SECRET });
}

function openMail(context: UseCaseContext, { body, ...mail }: Mail): OpenMail {
  if (body === "") return { ...mail, text: "", html: "", unreadable: false };
  const opened = sealer(context.settings.secret, "mail").tryOpen(body);
  if (opened === null) return { ...mail, text: "", html: "", unreadable: true };
  const { text, html } = JSON.parse(opened) as { text: string; html: string };
  return { ...mail, text, html, unreadable: false };
}

/** A subject is one header line, whatever was typed into a title. */
function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these must not reach a mail header
  return text.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, " ").slice(0, 200);
}
