import { join } from "node:path";
import type { Db } from "#db/client";
import { openToRead } from "#db/copy-store";
import { type SealedText, sealedTexts } from "#db/sealed-texts";
import type { Env } from "~/env.server";
import { sealer } from "~/seal.server";
import { knownSecret } from "~/secret.server";
import { type Manifest, STORE } from "./manifest";

/** How many sealed texts of a store a secret opens, and how many of each kind it does not. */
export type Tried = { opened: number; lost: Record<SealedText["kind"], number> };

/** What a backup seals so that restoring can tell whether a secret is the same; the text itself says nothing. */
const PROOF = "selaras";

/** Goes into a backup instead of the secret: opens under the same secret, and under no other. */
export function proofOf(secret: string): string {
  return sealer(secret, "backup").seal(PROOF);
}

/** Whether `proof` was made with this secret. */
export function proves(proof: string, secret: string): boolean {
  return sealer(secret, "backup").tryOpen(proof) !== null;
}

/** Tries a secret on every text of the store that was sealed. Changes nothing. */
export function trySecret(db: Db, secret: string): Tried {
  const sealers = { "second-factor": sealer(secret, "totp"), message: sealer(secret, "mail") };
  const tried = { opened: 0, lost: { "second-factor": 0, "waiting-message": 0, "kept-message": 0 } };
  for (const { kind, sealed } of sealedTexts(db)) {
    const { tryOpen } = sealers[kind === "second-factor" ? kind : "message"];
    if (tryOpen(sealed) !== null) tried.opened += 1;
    else tried.lost[kind] += 1;
  }
  return tried;
}

/** What can no longer be read, in words; empty where everything can. */
export function losses({ lost }: Tried): string[] {
  const told: [string, number, string][] = [
    ["second factors cannot be read", lost["second-factor"], ": whoever has one needs a recovery code"],
    ["messages that wait cannot be sent", lost["waiting-message"], ""],
    ["messages that were not sent by mail cannot be shown", lost["kept-message"], ""],
  ];
  return told.flatMap(([what, count, more]) => (count > 0 ? [`${what} (${count})${more}`] : []));
}

/**
 * What is wrong with starting a restored directory with these settings, in words; null where nothing is, as far as the
 * backup can tell.
 */
export function wrongSecret(env: Env, { secret, secretProof }: Manifest): string | null {
  const known = knownSecret(env);
  if (known === null && secret === "file") return null;
  const db = openToRead(join(env.DATA_DIR, STORE));
  try {
    // What nobody knows opens nothing, and neither does the empty one.
    const tried = trySecret(db, known ?? "");
    const follows = consequences(tried).join("; ");
    if (known === null)
      return `${IN_NO_BACKUP}: start the server with the same one. With another one ${follows}.`;
    const fits = tried.opened > 0 || losses(tried).length === 0;
    if (secretProof === undefined ? fits : proves(secretProof, known)) return null;
    return `${NOT_THE_SAME} If the server is started with it, ${follows}. ${secret === "file" ? UNSET : SET}.`;
  } finally {
    db.$client.close();
  }
}

const IN_NO_BACKUP = "This installation was run with SESSION_SECRET, which is in no backup";
const NOT_THE_SAME = "SESSION_SECRET is not the secret that this installation was run with.";
const UNSET = "Leave it unset: the backup holds its own";
const SET = "Set the one from before";

/** What follows from starting with a secret that is not the one from before. */
export function consequences(tried: Tried): string[] {
  return [HARMLESS, ...losses(tried)];
}

/** What another secret means for people who are in the middle of something; it passes by itself. */
const HARMLESS =
  "everybody has to sign in again and assessors have to open their links again, which harms nothing";
