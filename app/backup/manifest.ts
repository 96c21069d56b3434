import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/** What is in a data directory, as backups, restoring and the doctor know it. */
export const STORE = "selaras.db";
export const EVIDENCE = "evidence";
/** Files beside the store without which it cannot be used as before: links, sealed texts, signatures. */
export const KEYS = ["session-secret", "signing-key.pem"] as const;
export const MANIFEST = "manifest.json";

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().nonnegative();

/** What a backup says of itself. */
export const manifestSchema = z.object({
  application: z.literal("selaras"),
  /** The form of the archive. */
  format: z.literal(1),
  version: z.string(),
  createdAt: z.iso.datetime(),
  /** How many migrations the store holds. */
  migrations: count,
  /** Rows by table. */
  rows: z.record(z.string(), count),
  files: z.array(z.object({ path: z.string(), size: count, sha256: hash })),
  /** Files that the store names and that were not there, such as one removed while the backup was made. */
  missing: z.array(z.string()),
  /** Whether the session secret is in the archive, or was set by SESSION_SECRET and must be again. */
  secret: z.enum(["file", "environment"]),
  /** Tells the secret from any other without saying it: see `proofOf`. Older backups have none. */
  secretProof: z.string().optional(),
});

export type Manifest = z.infer<typeof manifestSchema>;

/** What may be in an archive, and nothing else may. */
export function isPart(path: string): boolean {
  if (path === STORE || path === MANIFEST) return true;
  return KEYS.some((key) => key === path) || /^evidence\/[0-9a-f]{32}$/.test(path);
}

/** Size in bytes and SHA-256 of a file, read in pieces. */
export async function measureFile(folder: string, path: string): Promise<Manifest["files"][number]> {
  const digest = createHash("sha256");
  let size = 0;
  for await (const piece of createReadStream(join(folder, path))) {
    digest.update(piece);
    size += piece.length;
  }
  return { path, size, sha256: digest.digest("hex") };
}
