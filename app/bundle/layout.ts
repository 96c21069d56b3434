import { createHash } from "node:crypto";
import { canonicalJson } from "~/canonical-json";

/** A bundle as a file: keys in order, two spaces, one line end. There is one way to write it, so each byte counts. */
export function layOut(bundle: unknown): string {
  return `${JSON.stringify(JSON.parse(canonicalJson(bundle)), null, 2)}\n`;
}

/** SHA-256 (hex) of a value's canonical JSON. */
export function hashOf(value: unknown): string {
  return createHash("sha256").update(canonicalJson(value)).digest("hex");
}
