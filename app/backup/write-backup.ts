import { randomUUID } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
} from "node:fs";
import { chmod, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { create } from "tar";
import { countRows, namedFiles, schemaState, tableNames } from "#db/check-store";
import { copyStore, openToRead } from "#db/copy-store";
import { StoreError } from "#db/store-error";
import { knownSecret } from "~/secret.server";
import { finishFile, taken } from "./finish-file";
import { EVIDENCE, KEYS, MANIFEST, type Manifest, measureFile, STORE } from "./manifest";
import { proofOf } from "./secret-check";

const STAGING = ".backup-";
const HOUR = 60 * 60 * 1000;

/** What a backup is made of. */
export type BackupInput = {
  dataDir: string;
  /** The file to write; it must not exist. */
  target: string;
  now: Date;
  /** Of the program. */
  version: string;
  migrationsFolder: string;
  /** SESSION_SECRET, where it is set: then the secret is in no file, and not in the archive. */
  givenSecret: string | undefined;
  progress?: (done: number, total: number) => void;
};

/**
 * Writes everything that is needed to go on elsewhere into one compressed archive: the store as it is at this moment,
 * the files it names, the keys. A server may run meanwhile; nobody waits. The archive has its name only once it is
 * whole and on the disk, and only its owner may read it.
 * @throws StoreError without a store, or where the target exists already, also where another backup was quicker
 */
export async function writeBackup(input: BackupInput): Promise<Manifest> {
  const target = resolve(input.target);
  if (existsSync(target)) throw taken(target);
  if (!existsSync(dirname(target))) throw new StoreError(`There is no directory ${dirname(target)}.`);
  if (!existsSync(join(input.dataDir, STORE)))
    throw new StoreError(`There is no store in ${input.dataDir}; DATA_DIR says where it is.`);
  removeLeftovers(input.dataDir, STAGING, input.now);
  const staging = mkdtempSync(join(input.dataDir, STAGING));
  // Numbers of processes repeat: two containers may write to one folder.
  const unfinished = join(dirname(target), `.${basename(target)}.${randomUUID()}.partial`);
  try {
    const manifest = await collect(input, staging);
    await writeFile(join(staging, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
    const parts = [MANIFEST, ...manifest.files.map(({ path }) => path)];
    await create({ gzip: true, portable: true, cwd: staging, file: unfinished, mode: 0o600 }, parts);
    await chmod(unfinished, 0o600);
    await finishFile(unfinished, target);
    return manifest;
  } finally {
    rmSync(staging, { recursive: true, force: true });
    rmSync(unfinished, { force: true });
  }
}

/** Puts everything that belongs to one moment into the staging folder, and writes down what it is. */
async function collect(input: BackupInput, staging: string): Promise<Manifest> {
  await copyStore(join(input.dataDir, STORE), join(staging, STORE), input.progress);
  const { named, ...facts } = await readCopy(join(staging, STORE), input.migrationsFolder);
  mkdirSync(join(staging, EVIDENCE), { mode: 0o700 });
  const missing: string[] = [];
  const paths: string[] = [STORE];
  const take = (path: string) => keep(join(input.dataDir, path), join(staging, path)) && paths.push(path);
  for (const [index, path] of named.entries()) {
    if (!take(path)) missing.push(path);
    // A link is quick, thousands of them are not: others get their turn in between.
    if (index % 100 === 99) await nextTurn();
  }
  const keys = KEYS.filter((key) => key !== "session-secret" || input.givenSecret === undefined);
  for (const key of keys) take(key);
  const secret = knownSecret({ DATA_DIR: staging, SESSION_SECRET: input.givenSecret });
  const files: Manifest["files"] = [];
  for (const path of paths) files.push(await measureFile(staging, path));
  return {
    ...{ application: "selaras", format: 1, version: input.version, createdAt: input.now.toISOString() },
    ...facts,
    files,
    missing,
    secret: input.givenSecret === undefined ? "file" : "environment",
    ...(secret === null ? {} : { secretProof: proofOf(secret) }),
  };
}

async function readCopy(file: string, migrationsFolder: string) {
  const copy = openToRead(file);
  try {
    const rows: Record<string, number> = {};
    for (const table of tableNames(copy)) {
      rows[table] = countRows(copy, table);
      await nextTurn();
    }
    const named = namedFiles(copy).map(({ storedName }) => `${EVIDENCE}/${storedName}`);
    return { rows, named, migrations: schemaState(copy, migrationsFolder).applied };
  } finally {
    copy.$client.close();
  }
}

/**
 * Keeps a file under a second name, so that it can be read later even if it is removed meanwhile; where the disk
 * knows no second names, copies it. False where it is not there.
 */
function keep(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
  }
  try {
    copyFileSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
    throw error;
  }
}

/** Removes what runs that were killed have left, once it is certain that none of them goes on. */
export function removeLeftovers(folder: string, beginning: string, now: Date): void {
  for (const name of readdirSync(folder).filter((entry) => entry.startsWith(beginning))) {
    const path = join(folder, name);
    const age = now.getTime() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? now.getTime());
    if (age > 24 * HOUR) rmSync(path, { recursive: true, force: true });
  }
}

const nextTurn = () => new Promise<void>((resolve) => void setImmediate(resolve));
