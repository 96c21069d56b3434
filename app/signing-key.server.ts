import { createPrivateKey, generateKeyPairSync, type KeyObject, randomUUID } from "node:crypto";
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";

export const SIGNING_KEY_FILE = "signing-key.pem";

/**
 * The key that this installation signs its bundles with: made when it is first needed and kept in the data directory,
 * readable by its owner only. Processes that start at once get the same one.
 */
export function signingKey(dataDir: string): KeyObject {
  const file = join(dataDir, SIGNING_KEY_FILE);
  const key = createPrivateKey(read(file) ?? make(dataDir, file));
  if (key.asymmetricKeyType !== "ed25519") throw new Error(`${SIGNING_KEY_FILE} holds no Ed25519 key`);
  return key;
}

function read(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (isCode(error, "ENOENT")) return null;
    throw error;
  }
}

/** Written whole under a name of its own, then given the name that counts, which only the first can take. */
function make(dataDir: string, file: string): string {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomUUID()}`;
  const { privateKey } = generateKeyPairSync("ed25519");
  try {
    write(draft, privateKey.export({ type: "pkcs8", format: "pem" }).toString());
    linkSync(draft, file);
  } catch (error) {
    if (!isCode(error, "EEXIST")) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(file, "utf8");
}

function write(file: string, text: string): void {
  const handle = openSync(file, "wx", 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
