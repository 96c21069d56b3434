import { Secret, TOTP } from "otpauth";
import { beforeEach, expect, test } from "vitest";
import { findUser, insertUser } from "#db/accounts";
import { type Db, openDatabase } from "#db/client";
import { migrate } from "#db/migrate";
import type { UseCaseContext } from "./context";
import {
  enrol,
  passSecondFactor,
  proposeSecret,
  readSecondFactor,
  renewRecoveryCodes,
} from "./second-factor";

const KEY = "0123456789abcdef0123456789abcdef";
const START = new Date("2026-07-01T00:00:00Z");
let db: Db;

beforeEach(() => {
  db = openDatabase(":memory:");
  migrate(db, "db/migrations");
  insertUser(db, { id: "u", email: "a@example.com", name: "A", createdAt: START });
});

const at = (seconds: number): UseCaseContext => ({
  db,
  now: new Date(START.getTime() + seconds * 1000),
  rubrics: { latest: () => [], all: () => [], get: () => undefined },
  actor: { kind: "visitor" },
  address: null,
  settings: {
    ...{ secret: KEY, baseUrl: "http://localhost:3000", mailServer: false },
    evidence: { folder: "nowhere", quota: 0 },
  },
});
const codeAt = (secret: string, seconds: number) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: START.getTime() + seconds * 1000 });

function enrolled(): { secret: string; codes: string[] } {
  const { secret } = proposeSecret("a@example.com");
  return { secret, codes: enrol(at(0), "u", { secret, code: codeAt(secret, 0) }) };
}

test("a wrong code turns nothing on", () => {
  const { secret } = proposeSecret("a@example.com");
  const wrong = codeAt(secret, 0) === "000000" ? "000001" : "000000";
  expect(() => enrol(at(0), "u", { secret, code: wrong })).toThrow("wrong-code");
  expect(() => enrol(at(0), "u", { secret: "<script>", code: "123456" })).toThrow("wrong-code");
  expect(readSecondFactor(at(0), "u").enabled).toBe(false);
});

test("the secret is stored sealed", () => {
  const { secret } = enrolled();
  expect(findUser(db, "u")?.totpSecret).not.toContain(secret);
});

test("a recovery code still passes where the authenticator's secret was sealed under another one, and no code does", () => {
  const { secret, codes } = enrolled();
  const [recovery = ""] = codes;
  const elsewhere = at(60);
  const other = { ...elsewhere, settings: { ...elsewhere.settings, secret: KEY.replace("0", "z") } };
  expect(passSecondFactor(other, "u", codeAt(secret, 60))).toBe(false);
  expect(passSecondFactor(other, "u", recovery)).toBe(true);
  expect(passSecondFactor(elsewhere, "u", codeAt(secret, 60))).toBe(true);
});

test("a code is accepted once, one step off is accepted, two are not", () => {
  const { secret } = enrolled();
  expect(passSecondFactor(at(0), "u", codeAt(secret, 0))).toBe(false);
  expect(passSecondFactor(at(60), "u", codeAt(secret, 60))).toBe(true);
  expect(passSecondFactor(at(61), "u", codeAt(secret, 60))).toBe(false);
  expect(passSecondFactor(at(120), "u", codeAt(secret, 90))).toBe(true);
  expect(passSecondFactor(at(300), "u", codeAt(secret, 240))).toBe(false);
});

test("an older code does not pass after a newer one", () => {
  const { secret } = enrolled();
  expect(passSecondFactor(at(120), "u", codeAt(secret, 120))).toBe(true);
  expect(passSecondFactor(at(121), "u", codeAt(secret, 90))).toBe(false);
});

test("a recovery code passes once, however it is written, and new ones replace old ones", () => {
  const { codes } = enrolled();
  expect(codes).toHaveLength(10);
  expect(new Set(codes).size).toBe(10);
  // 24 characters of five bits each: beyond the 112 bits from which ASVS lets a plain hash do (v5.0.0-6.5.2).
  for (const code of codes) expect(code).toMatch(/^([A-Z2-7]{6}-){3}[A-Z2-7]{6}$/);
  const [first = "", second = ""] = codes;
  expect(passSecondFactor(at(60), "u", first.toLowerCase().replaceAll("-", " "))).toBe(true);
  expect(passSecondFactor(at(60), "u", first)).toBe(false);
  expect(readSecondFactor(at(60), "u").recoveryCodes).toBe(9);
  renewRecoveryCodes(at(60), "u");
  expect(passSecondFactor(at(60), "u", second)).toBe(false);
});
