import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { emptyStore, listed, runOn } from "./fixtures";

/** Bundles of the sample's publication, as consultants and as the company's readers get them, for the tests. */
export async function sampleBundles() {
  const { services, context } = emptyStore();
  const folder = mkdtempSync(join(tmpdir(), "selaras-test-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const dataDir = join(folder, "data");
  services.env = { ...services.env, DATA_DIR: dataDir };
  const { idOf } = await listed(services);
  const files = { linked: join(folder, "linked.json"), unlinked: join(folder, "unlinked.json") };
  for (const argv of [[files.linked], [files.unlinked, "--unlinked"]]) {
    const { code, err } = await runOn(services, ["bundle", idOf("published"), ...argv]);
    if (code !== 0) throw new Error(err);
  }
  return { services, context, dataDir, folder, idOf, files };
}

let known: KeyObject | null = null;

/** The key of somebody else: the same one at every call. */
export function anotherKey(): KeyObject {
  known ??= generateKeyPairSync("ed25519").privateKey;
  return known;
}
