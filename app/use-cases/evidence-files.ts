import { createHash, randomBytes } from "node:crypto";
import { existsSync, readdirSync, rmSync, statSync } from "node:fs";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { isStored, type StoredFile } from "#db/evidence";
import type { UseCaseContext } from "./context";
import { Refusal } from "./errors";

/** Files of evidence in the data directory. Their names there are random and say nothing of what was sent. */

const UNFINISHED = ".part";
const HOUR = 60 * 60 * 1000;

/**
 * Writes a file under a random name that its owner alone can read, and gives the name back once the file has reached
 * the disk whole. @throws Refusal "not-stored" where the disk is full or cannot be written; nothing is left then.
 */
export async function storeFile(
  folder: string,
  bytes: Uint8Array,
): Promise<Pick<StoredFile, "storedName" | "size" | "sha256">> {
  const storedName = randomBytes(16).toString("hex");
  const path = join(folder, storedName);
  const unfinished = path + UNFINISHED;
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeWhole(unfinished, bytes);
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw new Refusal("not-stored", { code: codeOf(error) });
  }
  return { storedName, size: bytes.byteLength, sha256: createHash("sha256").update(bytes).digest("hex") };
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, "wx", 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}

/** The bytes of a stored file; null where it is not there. */
export async function readStored(folder: string, storedName: string): Promise<Buffer<ArrayBuffer> | null> {
  try {
    return await readFile(join(folder, storedName));
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw error;
  }
}

/**
 * Deletes files that nothing refers to any more; call it once that is certain. One that resists is left to
 * `sweepFiles`.
 */
export function discardFiles(context: UseCaseContext, names: readonly string[]): void {
  for (const name of names) {
    try {
      rmSync(join(context.settings.evidence.folder, name), { force: true });
    } catch {}
  }
}

/** Deletes what crashes have left: files that no evidence has, unless they are so new that one is about to have them. */
export function sweepFiles(context: UseCaseContext): number {
  const { folder } = context.settings.evidence;
  if (!existsSync(folder)) return 0;
  const orphans = readdirSync(folder).filter(
    (name) =>
      !isStored(context.db, name) && statSync(join(folder, name)).mtimeMs < context.now.getTime() - HOUR,
  );
  for (const name of orphans) rmSync(join(folder, name), { force: true });
  return orphans.length;
}
