import { expect, test } from "vitest";
import { sealer } from "./seal.server";

const SECRET = "0123456789abcdef0123456789abcdef";

test("opens what it sealed, and seals the same text differently each time", () => {
  const { seal, open } = sealer(SECRET, "mail");
  expect(open(seal("tautan: é 日"))).toBe("tautan: é 日");
  expect(seal("a")).not.toBe(seal("a"));
});

test("opens nothing that was changed, or sealed for another purpose or under another secret", () => {
  const { seal, open } = sealer(SECRET, "mail");
  const sealed = seal("rahasia");
  const bytes = Buffer.from(sealed, "base64url");
  bytes[bytes.length - 1] = (bytes[bytes.length - 1] ?? 0) ^ 1;
  expect(() => open(bytes.toString("base64url"))).toThrow();
  expect(() => open("")).toThrow();
  expect(() => sealer(SECRET, "totp").open(sealed)).toThrow();
  expect(() => sealer(SECRET.replace("0", "z"), "mail").open(sealed)).toThrow();
});
