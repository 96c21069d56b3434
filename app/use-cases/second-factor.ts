import { randomUUID } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import { findUser } from "#db/accounts";
import { transact } from "#db/client";
import {
  countRecoveryCodes,
  replaceRecoveryCodes,
  setTotpSecret,
  spendRecoveryCode,
  spendTotpStep,
} from "#db/second-factor";
import { sealer } from "~/seal.server";
import { hashToken } from "~/tokens.server";
import { audit, type UseCaseContext } from "./context";
import { Refusal } from "./errors";

const PERIOD = 30;
/** One step to either side, for clocks that are a little off. */
const WINDOW = 1;
const RECOVERY_CODES = 10;

/** What the page for setting up an authenticator shows: the secret to type and the address for the QR code. */
export type Enrolment = { secret: string; uri: string };

/** A secret for an authenticator app, new unless given; nothing is stored until `enrol` gets a code made with it. */
export function proposeSecret(email: string, given?: string): Enrolment {
  const secret = given === undefined ? new Secret({ size: 20 }) : readSecret(given);
  return { secret: secret.base32, uri: totpFor(secret, email).toString() };
}

/** The same for a user by id. @throws Refusal "not-found", "wrong-code" when the given secret is none */
export function proposeFor(context: UseCaseContext, userId: string, given?: string): Enrolment {
  const user = findUser(context.db, userId);
  if (!user) throw new Refusal("not-found");
  return proposeSecret(user.email, given);
}

/**
 * Turns the second factor on once the person has shown a code made with the proposed secret. Returns ten recovery
 * codes, which are stored as hashes only and so can be shown this once.
 * @throws Refusal "wrong-code", "wrong-state" (there is one already: it would be replaced without being asked for)
 */
export function enrol(
  context: UseCaseContext,
  userId: string,
  input: { secret: string; code: string },
): string[] {
  return transact(context.db, () => {
    const step = matchingStep(readSecret(input.secret), input.code, context.now);
    if (step === null) throw new Refusal("wrong-code");
    if (findUser(context.db, userId)?.totpSecret) throw new Refusal("wrong-state");
    setTotpSecret(context.db, userId, sealer(context.settings.secret, "totp").seal(input.secret));
    spendTotpStep(context.db, userId, step);
    audit(context, null, "second-factor.enable", { kind: "user", id: userId });
    return newRecoveryCodes(context, userId);
  });
}

/** Makes ten new recovery codes; the old ones stop working. */
export function renewRecoveryCodes(context: UseCaseContext, userId: string): string[] {
  return transact(context.db, () => {
    audit(context, null, "second-factor.recovery-codes", { kind: "user", id: userId });
    return newRecoveryCodes(context, userId);
  });
}

/** Turns the second factor off. */
export function withdrawSecondFactor(context: UseCaseContext, userId: string): void {
  transact(context.db, () => {
    setTotpSecret(context.db, userId, null);
    replaceRecoveryCodes(context.db, userId, []);
    audit(context, null, "second-factor.disable", { kind: "user", id: userId });
  });
}

/** Whether the user has a second factor, and how many recovery codes are left. */
export function readSecondFactor(context: UseCaseContext, userId: string) {
  const enabled = Boolean(findUser(context.db, userId)?.totpSecret);
  return { enabled, recoveryCodes: enabled ? countRecoveryCodes(context.db, userId) : 0 };
}

/**
 * Whether `code` is right now: the authenticator's six digits, each usable once, or an unused recovery code. A right
 * code is used up by asking.
 */
export function passSecondFactor(context: UseCaseContext, userId: string, code: string): boolean {
  return transact(context.db, () => {
    const sealed = findUser(context.db, userId)?.totpSecret;
    if (!sealed) return false;
    // Under another session secret it does not open: then recovery codes are what is left.
    const secret = sealer(context.settings.secret, "totp").tryOpen(sealed);
    const step = secret === null ? null : matchingStep(readSecret(secret), code, context.now);
    if (step !== null) return spendTotpStep(context.db, userId, step);
    const used = spendRecoveryCode(context.db, userId, hashToken(normalise(code)), context.now);
    if (used) audit(context, null, "second-factor.recovery-used", { kind: "user", id: userId });
    return used;
  });
}

function newRecoveryCodes(context: UseCaseContext, userId: string): string[] {
  const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
  const rows = codes.map((code) => ({ id: randomUUID(), codeHash: hashToken(normalise(code)) }));
  replaceRecoveryCodes(context.db, userId, rows);
  return codes;
}

/** 120 random bits in 24 letters and digits that are hard to mistake, in groups: enough for a plain hash to be safe. */
function newRecoveryCode(): string {
  const groups = new Secret({ size: 15 }).base32.match(/.{6}/g) ?? [];
  return groups.join("-");
}

/** The time step of a right code, or null. */
function matchingStep(secret: Secret, code: string, now: Date): number | null {
  const token = code.replace(/\s/g, "");
  if (!/^\d{6}$/.test(token)) return null;
  const timestamp = now.getTime();
  const delta = totpFor(secret).validate({ token, timestamp, window: WINDOW });
  return delta === null ? null : Math.floor(timestamp / 1000 / PERIOD) + delta;
}

/** RFC 6238 with what every authenticator app supports: SHA-1, six digits, thirty seconds. */
function totpFor(secret: Secret, label = "selaras"): TOTP {
  return new TOTP({ issuer: "Selaras", label, algorithm: "SHA1", digits: 6, period: PERIOD, secret });
}

/** @throws Refusal "wrong-code" when the text is no secret of ours: it came back from a form. */
function readSecret(base32: string): Secret {
  if (!/^[A-Z2-7]{32}$/.test(base32)) throw new Refusal("wrong-code");
  return Secret.fromBase32(base32);
}

/** Recovery codes are compared without the hyphens and case that people leave out. */
function normalise(code: string): string {
  return code.toUpperCase().replace(/[^0-9A-Z]/g, "");
}
