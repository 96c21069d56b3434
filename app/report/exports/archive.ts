import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** Zip archives know no earlier moment; it is written in local time, so this is the same everywhere. */
const NO_TIME = new Date(1980, 0, 1);

/** The parts of an archive by their paths; folders are left out. */
export function unpack(archive: Uint8Array): Record<string, Uint8Array> {
  const parts = unzipSync(archive);
  return Object.fromEntries(Object.entries(parts).filter(([path]) => !path.endsWith("/")));
}

/** An archive without the moment at which it was made: the same parts give the same bytes. */
export function pack(parts: Record<string, Uint8Array>): Uint8Array {
  return zipSync(parts, { mtime: NO_TIME, level: 6 });
}

/** The text of a part changed. */
export function changeText(part: Uint8Array, change: (text: string) => string): Uint8Array {
  return strToU8(change(strFromU8(part)));
}
