import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { namedFiles } from "#db/check-store";
import type { Db } from "#db/client";
import type { DoctorInput, Finding } from "./doctor";
import { EVIDENCE, measureFile } from "./manifest";

const HOUR = 60 * 60 * 1000;
/** How many names are said; the rest is a number. */
const MOST = 5;

/** Holds the files of evidence against the store, both ways: named and not there, there and not named. */
export async function checkEvidence(
  db: Db,
  { env, now, hashes, progress }: Pick<DoctorInput, "env" | "now" | "hashes" | "progress">,
): Promise<Finding[]> {
  const folder = join(env.DATA_DIR, EVIDENCE);
  const named = namedFiles(db);
  const there = new Set(existsSync(folder) ? readdirSync(folder) : []);
  const missing = named.filter(({ storedName }) => !there.has(storedName));
  const names = new Set(named.map(({ storedName }) => storedName));
  const strays = [...there].filter((name) => !names.has(name) && isSettled(join(folder, name), now));
  const present = named.filter(({ storedName }) => there.has(storedName));
  const changed: string[] = [];
  for (const [index, { storedName, sha256 }] of (hashes ? present : []).entries()) {
    const found = await measureFile(folder, storedName);
    if (sha256 !== null && found.sha256 !== sha256) changed.push(storedName);
    progress?.(index + 1, present.length);
  }
  const what = "files of evidence";
  const faults: Finding[] = [
    ...say(
      missing.map(({ storedName }) => storedName),
      (list) => ({
        ...{ what, state: "wrong" as const },
        text: `named by the store and not there: ${list}`,
      }),
    ),
    ...say(changed, (list) => ({ what, state: "wrong", text: `not as they were sent: ${list}` })),
    ...say(strays, (list) => ({
      ...{ what, state: "watch" as const },
      text: `there and not named by the store, removed by the next daily sweep: ${list}`,
    })),
  ];
  if (faults.length > 0) return faults;
  const checked = hashes ? "each as it was sent" : "all there; --hashes reads them, too";
  return [{ what, state: "fine", text: `${named.length}, ${checked}` }];
}

/** A file so new that its row is about to be written is no stray. */
function isSettled(path: string, now: Date): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found !== undefined && found.mtimeMs < now.getTime() - HOUR;
}

function say(names: string[], finding: (list: string) => Finding): Finding[] {
  if (names.length === 0) return [];
  const rest = names.length > MOST ? ` and ${names.length - MOST} more` : "";
  return [finding(names.slice(0, MOST).join(", ") + rest)];
}
