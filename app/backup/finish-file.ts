import { existsSync, linkSync, mkdirSync, renameSync, rmdirSync } from "node:fs";
import { open } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { StoreError } from "#db/store-error";

/**
 * Gives a file that was written whole its name: afterwards it is there, and whole, also if the power fails. Whatever
 * has that name already stays as it is, also where somebody else finishes theirs at the same moment. The unfinished
 * name may remain; it is the caller's to remove. Waiting for the disk holds nobody up.
 * @throws StoreError where the name is taken
 */
export async function finishFile(unfinished: string, target: string, link = linkSync): Promise<void> {
  await sync(unfinished);
  try {
    link(unfinished, target);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") throw taken(target);
    renameAlone(unfinished, target);
  }
  await sync(dirname(target));
}

export function taken(target: string): StoreError {
  return new StoreError(`${target} exists already; a backup overwrites nothing.`);
}

/** Where the disk knows no second names: a folder that only one can make keeps the others away meanwhile. */
function renameAlone(unfinished: string, target: string): void {
  const claim = join(dirname(target), `.${basename(target)}.finishing`);
  try {
    mkdirSync(claim);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    throw new StoreError(`Another backup is just becoming ${target}. If none is, remove ${claim}.`);
  }
  try {
    if (existsSync(target)) throw taken(target);
    renameSync(unfinished, target);
  } finally {
    rmdirSync(claim);
  }
}

/** Waits until a file, or the names in a folder, have reached the disk. */
async function sync(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
