import { createHash, randomBytes } from "node:crypto";

/** 32 random bytes as text for a link or a cookie. Only `hashToken` of it is ever stored. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** SHA-256, hexadecimal. The token itself is random, so no salt and no slow hash is needed. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
