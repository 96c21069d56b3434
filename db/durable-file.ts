import { closeSync, fsyncSync, openSync, renameSync } from "node:fs";
import { dirname } from "node:path";

/** Waits until a file, or the names in a folder, have reached the disk. */
export function syncPath(path: string): void {
  const handle = openSync(path, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Gives a file that was written whole its name: afterwards it is there, and whole, also if the power fails. */
export function putInPlace(unfinished: string, target: string): void {
  syncPath(unfinished);
  renameSync(unfinished, target);
  syncPath(dirname(target));
}
