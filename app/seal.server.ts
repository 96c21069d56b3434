import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

const NONCE = 12;
const TAG = 16;

/** Encrypts and authenticates short texts at rest, so that a copy of the database alone reveals none of them. */
export type Sealer = {
  seal(text: string): string;
  /** @throws Error when the text was changed, or sealed under another secret or for another purpose */
  open(sealed: string): string;
  /** The same, but null where it would throw. */
  tryOpen(sealed: string): string | null;
};

/**
 * AES-256-GCM under a key drawn from the session secret for one purpose; what was sealed for another purpose does
 * not open.
 */
export function sealer(secret: string, purpose: string): Sealer {
  const key = Buffer.from(hkdfSync("sha256", secret, "selaras", purpose, 32));
  const open = (sealed: string) => {
    const bytes = Buffer.from(sealed, "base64url");
    const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, NONCE));
    decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
    const body = bytes.subarray(NONCE + TAG);
    return Buffer.concat([decipher.update(body), decipher.final()]).toString("utf8");
  };
  return {
    open,
    tryOpen(sealed) {
      try {
        return open(sealed);
      } catch {
        return null;
      }
    },
    seal(text) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv("aes-256-gcm", key, nonce);
      const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64url");
    },
  };
}
