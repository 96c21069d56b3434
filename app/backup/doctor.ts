import { existsSync, statfsSync, statSync } from "node:fs";
import { join } from "node:path";
import { verifyAudit } from "#db/audit";
import { checkStore, schemaState, tableNames } from "#db/check-store";
import type { Db } from "#db/client";
import { openToRead } from "#db/copy-store";
import { requireSoundStore } from "#db/sound-store";
import type { Env } from "~/env.server";
import { knownSecret } from "~/secret.server";
import { newestBackup } from "./backup-folder";
import { checkEvidence } from "./check-evidence";
import { KEYS, STORE } from "./manifest";
import { consequences, losses, trySecret } from "./secret-check";

/** wrong: something is lost or cannot go on. watch: it works, and somebody should see to it. */
export type Finding = { what: string; state: "fine" | "watch" | "wrong"; text: string };

export type DoctorInput = {
  env: Env;
  now: Date;
  migrationsFolder: string;
  /** Whether every file of evidence is read and held against its hash. */
  hashes: boolean;
  progress?: (done: number, total: number) => void;
};

const MEGABYTE = 1024 ** 2;
const HOUR = 60 * 60 * 1000;

/** Looks at a whole installation without changing anything; a server may run meanwhile. */
export async function examine(input: DoctorInput): Promise<Finding[]> {
  const { env, now } = input;
  const file = join(env.DATA_DIR, STORE);
  const outside = [
    finding("data directory", () => directory(env.DATA_DIR)),
    finding("keys", () => keys(env)),
    finding("disk space", () => space(env.DATA_DIR, file)),
    finding("backups", () => backups(env, now)),
  ];
  const sound = finding("database", () => {
    requireSoundStore(file);
    return existsSync(file) ? fine(`${file} can be read`) : wrong(`there is none at ${file}`);
  });
  if (sound.state === "wrong") return [...outside, sound];
  const db = openToRead(file);
  try {
    return [...outside, ...inside(db, input), ...(await checkEvidence(db, input))];
  } finally {
    db.$client.close();
  }
}

type Verdict = Omit<Finding, "what">;
const fine = (text: string): Verdict => ({ state: "fine", text });
const watch = (text: string): Verdict => ({ state: "watch", text });
const wrong = (text: string): Verdict => ({ state: "wrong", text });

/** One examination; one that cannot be finished has found something wrong. */
function finding(what: string, look: () => Verdict): Finding {
  try {
    return { what, ...look() };
  } catch (error) {
    return { what, ...wrong(error instanceof Error ? error.message : String(error)) };
  }
}

function inside(db: Db, { env, migrationsFolder }: DoctorInput): Finding[] {
  // All from one moment, while others write.
  return db.$client.transaction(() => {
    const check = checkStore(db);
    return [
      finding("schema", () => schema(db, migrationsFolder)),
      finding("integrity", () =>
        check.damage.length > 0 ? wrong(check.damage.join("; ")) : fine("every page and index is sound"),
      ),
      finding("references", () =>
        check.brokenReferences.length > 0 ? wrong(check.brokenReferences.join("; ")) : fine("none is broken"),
      ),
      finding("audit log", () => audit(db)),
      finding("secret", () => secret(db, env)),
    ];
  })();
}

function schema(db: Db, migrationsFolder: string): Verdict {
  const { applied, pending, unknown } = schemaState(db, migrationsFolder);
  if (unknown > 0) return wrong(`written by a newer version (${unknown} unknown migrations); start that one`);
  if (pending > 0) return watch(`${pending} migrations are run at the next start, after a backup`);
  return fine(`${applied} migrations, the newest this version knows`);
}

function audit(db: Db): Verdict {
  if (!tableNames(db).includes("audit_event")) return fine("not there yet");
  const { count, head, fault } = verifyAudit(db);
  if (fault) return wrong(`broken (${fault.why}) after event ${count}; audit:verify says more`);
  return fine(`${count} events, last hash ${head || "none yet"}`);
}

function directory(folder: string): Verdict {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return wrong(`${folder} is not there; DATA_DIR says where it is`);
  const open = found.mode & 0o077;
  if (open) return watch(`${folder} is open to other users of this machine; close it with: chmod 700`);
  return fine(`${folder}, for its owner only`);
}

function keys(env: Env): Verdict {
  const files = KEYS.map((key) => join(env.DATA_DIR, key)).filter((file) => existsSync(file));
  if (!env.SESSION_SECRET && !existsSync(join(env.DATA_DIR, KEYS[0])))
    return wrong("there is neither SESSION_SECRET nor the file session-secret: sealed texts cannot be read");
  const open = files.filter((file) => statSync(file).mode & 0o077);
  if (open.length > 0) return wrong(`other users can read ${open.join(", ")}; close it with: chmod 600`);
  return fine(
    env.SESSION_SECRET ? "the secret is SESSION_SECRET" : "in the data directory, for its owner only",
  );
}

function secret(db: Db, env: Env): Verdict {
  const known = knownSecret(env);
  if (known === null) return watch("there is none to be tried");
  const tried = trySecret(db, known);
  const lost = losses(tried);
  if (lost.length === 0)
    return fine(
      tried.opened > 0
        ? `opens all ${tried.opened} sealed texts`
        : "nothing in the store was sealed under it yet",
    );
  const name = env.SESSION_SECRET ? "SESSION_SECRET" : "the file session-secret";
  const said =
    tried.opened > 0
      ? `is not the only one that this store was used with: ${lost.join("; ")}`
      : `is not the secret that this store was used with: ${consequences(tried).join("; ")}; start with that one`;
  const onlyKept = tried.lost["second-factor"] + tried.lost["waiting-message"] === 0;
  return (onlyKept ? watch : wrong)(`${name} ${said}`);
}

function space(folder: string, file: string): Verdict {
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  const store = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  const said = `${Math.floor(free / MEGABYTE)} MB free`;
  if (free < 50 * MEGABYTE) return wrong(`${said}: saving is about to fail`);
  // A backup needs the copy of the store and the archive beside it.
  if (free < 500 * MEGABYTE + 2 * store) return watch(`${said}: little for the store's growth and a backup`);
  return fine(said);
}

function backups(env: Env, now: Date): Verdict {
  const newest = newestBackup(env.BACKUP_DIR, now);
  if (!newest) return watch(`the schedule has made none in ${env.BACKUP_DIR} yet`);
  const hours = Math.floor((now.getTime() - newest.at.getTime()) / HOUR);
  const said = `the newest is ${hours} h old: ${newest.file}`;
  if (env.BACKUP_EVERY_HOURS === 0) return watch(`switched off; ${said}`);
  return hours > 2 * env.BACKUP_EVERY_HOURS ? wrong(said) : fine(said);
}
