import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
} from "node:fs";
import { join } from "node:path";
import { extract, list } from "tar";
import { verifyAudit } from "#db/audit";
import { checkStore, countRows, schemaState, tableNames } from "#db/check-store";
import type { Db } from "#db/client";
import { openToRead } from "#db/copy-store";
import { syncPath } from "#db/durable-file";
import { StoreError } from "#db/store-error";
import { EVIDENCE, isPart, MANIFEST, type Manifest, manifestSchema, measureFile, STORE } from "./manifest";

const STAGING = ".restore-";

export type RestoreInput = {
  /** The archive. */
  source: string;
  /** Where to; it must be empty, or not there yet. */
  dataDir: string;
  migrationsFolder: string;
  progress?: (done: number, total: number) => void;
};

/**
 * Unpacks a backup into an empty data directory and checks everything before any of it gets its place: what is in the
 * archive, the hash of each file, the database, its references, its row counts, the audit log. Where something is
 * wrong the directory stays empty.
 * @throws StoreError saying what is wrong
 */
export async function readBackup(input: RestoreInput): Promise<Manifest> {
  const { dataDir } = input;
  if (!existsSync(input.source)) throw new StoreError(`${input.source} does not exist.`);
  requireEmpty(dataDir);
  const size = await inspect(input.source);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  requireRoom(dataDir, size);
  const staging = mkdtempSync(join(dataDir, STAGING));
  try {
    await unpack(input.source, staging);
    const manifest = readManifest(staging);
    await checkFiles(staging, manifest, input.progress);
    checkCopy(staging, manifest, input.migrationsFolder);
    moveIn(staging, dataDir, manifest);
    return manifest;
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

function requireEmpty(dataDir: string): void {
  const found = statSync(dataDir, { throwIfNoEntry: false });
  if (!found) return;
  if (!found.isDirectory())
    throw new StoreError(`${dataDir} is no directory; name another one with DATA_DIR.`);
  const there = readdirSync(dataDir).filter((name) => !name.startsWith(STAGING));
  if (there.length === 0) return;
  throw new StoreError(
    `${dataDir} is not empty (${there.slice(0, 5).join(", ")}); a backup is restored into an empty directory only. ` +
      "Name another one with DATA_DIR.",
  );
}

/** Refuses an archive that holds anything but the parts of a backup, before a byte of it is unpacked. */
async function inspect(source: string): Promise<number> {
  const seen = new Set<string>();
  let size = 0;
  let wrong: string | null = null;
  await reading(source, () =>
    list({
      file: source,
      strict: true,
      onReadEntry: (entry) => {
        const plain = entry.type === "File" || entry.type === "OldFile";
        if (!plain || !isPart(entry.path) || seen.has(entry.path)) wrong ??= entry.path;
        seen.add(entry.path);
        size += entry.size;
      },
    }),
  );
  if (wrong !== null)
    throw new StoreError(`${source} is no backup of Selaras: it holds ${JSON.stringify(wrong)}.`);
  for (const part of [MANIFEST, STORE]) {
    if (!seen.has(part)) throw new StoreError(`${source} is no backup of Selaras: it holds no ${part}.`);
  }
  return size;
}

const unpack = (source: string, staging: string) =>
  reading(source, () =>
    extract({
      file: source,
      cwd: staging,
      strict: true,
      preserveOwner: false,
      noMtime: true,
      filter: isPart,
    }),
  );

async function reading<T>(source: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOSPC") throw error;
    throw new StoreError(
      `${source} cannot be read as a backup; it is damaged or cut off: ${error instanceof Error ? error.message : error}`,
    );
  }
}

function requireRoom(dataDir: string, size: number): void {
  const { bavail, bsize } = statfsSync(dataDir);
  if (bavail * bsize > size) return;
  throw new StoreError(`${dataDir} has no room for this backup, which needs ${size} bytes.`);
}

function readManifest(staging: string): Manifest {
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(join(staging, MANIFEST), "utf8")));
  } catch {
    throw new StoreError("The backup's manifest cannot be read: it was made by another version, or changed.");
  }
}

async function checkFiles(
  staging: string,
  manifest: Manifest,
  progress?: RestoreInput["progress"],
): Promise<void> {
  const evidence = existsSync(join(staging, EVIDENCE)) ? readdirSync(join(staging, EVIDENCE)) : [];
  const top = readdirSync(staging).filter((name) => name !== EVIDENCE && name !== MANIFEST);
  const there = new Set([...top, ...evidence.map((name) => `${EVIDENCE}/${name}`)]);
  for (const [index, { path, size, sha256 }] of manifest.files.entries()) {
    if (!there.delete(path)) throw new StoreError(`The backup lacks ${path}, which its manifest names.`);
    const found = await measureFile(staging, path);
    if (found.sha256 !== sha256 || found.size !== size)
      throw new StoreError(`${path} is not as it was when the backup was made: its hash differs.`);
    progress?.(index + 1, manifest.files.length);
  }
  const [stray] = there;
  if (stray !== undefined)
    throw new StoreError(`The backup holds ${stray}, which its manifest does not name.`);
}

function checkCopy(staging: string, manifest: Manifest, migrationsFolder: string): void {
  const copy = openToRead(join(staging, STORE));
  try {
    const { unknown } = schemaState(copy, migrationsFolder);
    if (unknown > 0)
      throw new StoreError(
        "The backup was made by a newer version of Selaras; restore it with that version.",
      );
    const wrong = faultsOf(copy, manifest);
    if (wrong.length > 0) throw new StoreError(`The store in the backup is damaged: ${wrong.join("; ")}.`);
  } finally {
    copy.$client.close();
  }
}

function faultsOf(copy: Db, { rows }: Manifest): string[] {
  const { damage, brokenReferences } = checkStore(copy);
  const counted = Object.fromEntries(tableNames(copy).map((table) => [table, countRows(copy, table)]));
  const tables = [...new Set([...Object.keys(rows), ...Object.keys(counted)])];
  const changed = tables.filter((table) => rows[table] !== counted[table]);
  const audit = counted.audit_event === undefined ? null : verifyAudit(copy).fault;
  return [
    ...damage,
    ...brokenReferences,
    ...changed.map(
      (table) => `${table} has ${counted[table] ?? "no"} rows instead of ${rows[table] ?? "none"}`,
    ),
    ...(audit ? [`the audit log is broken (${audit.why})`] : []),
  ];
}

/** Gives everything its place; the store comes last, since it is what makes a directory one that is in use. */
function moveIn(staging: string, dataDir: string, manifest: Manifest): void {
  const others = manifest.files.map(({ path }) => path).filter((path) => path !== STORE);
  for (const path of [...others, STORE]) {
    chmodSync(join(staging, path), 0o600);
    syncPath(join(staging, path));
  }
  if (existsSync(join(staging, EVIDENCE))) {
    syncPath(join(staging, EVIDENCE));
    renameSync(join(staging, EVIDENCE), join(dataDir, EVIDENCE));
  }
  for (const path of [...others.filter((name) => !name.startsWith(`${EVIDENCE}/`)), STORE]) {
    renameSync(join(staging, path), join(dataDir, path));
  }
  syncPath(dataDir);
}
