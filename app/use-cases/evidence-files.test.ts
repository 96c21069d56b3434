import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { twoWorkspaces, workingContext } from "../../tests/support/small-workspace";
import { put, temporaryFolder } from "../../tests/support/temporary-folder";
import { Refusal } from "./errors";
import { discardFiles, readStored, storeFile, sweepFiles } from "./evidence-files";

const BYTES = new Uint8Array(Buffer.from("isi"));

/** A context whose files lie in a folder of this test's own. */
function withFolder(folder = join(temporaryFolder(), "evidence")) {
  const context = workingContext(twoWorkspaces());
  return {
    folder,
    context: { ...context, settings: { ...context.settings, evidence: { folder, quota: 1e6 } } },
  };
}

describe("storing a file", () => {
  it("puts it under a random name that only the owner of the process can read, whole", async () => {
    const { folder } = withFolder();
    const [one, other] = [await storeFile(folder, BYTES), await storeFile(folder, BYTES)];
    expect(one.storedName).toMatch(/^[0-9a-f]{32}$/);
    expect(one.storedName).not.toBe(other.storedName);
    expect(one).toMatchObject({
      size: 3,
      sha256: "55c123196402ef4b16c36bad51f12467397146987c479d41375831d1de9ed935",
    });
    expect(statSync(join(folder, one.storedName)).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(readFileSync(join(folder, one.storedName), "utf8")).toBe("isi");
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it("says so where nothing can be written, and leaves nothing", async () => {
    const parent = temporaryFolder();
    const file = put(parent, "no-folder", "");
    const failure = await storeFile(join(file, "evidence"), BYTES).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Refusal);
    expect(failure).toMatchObject({ reason: "not-stored", detail: { code: "ENOTDIR" } });
    expect(readdirSync(parent)).toEqual(["no-folder"]);
  });
});

describe("a stored file", () => {
  it("is read as it was, and is nothing once it is discarded", async () => {
    const { folder, context } = withFolder();
    const { storedName } = await storeFile(folder, BYTES);
    expect(await readStored(folder, storedName)).toEqual(Buffer.from("isi"));
    discardFiles(context, [storedName, "never-there"]);
    expect(await readStored(folder, storedName)).toBeNull();
  });

  it("that no evidence has is swept away, unless it is just being added", async () => {
    const { folder, context } = withFolder();
    expect(sweepFiles(context)).toBe(0);
    mkdirSync(folder, { recursive: true });
    const old = new Date(context.now.getTime() - 2 * 60 * 60 * 1000);
    for (const name of ["orphan", "orphan.part"]) utimesSync(put(folder, name, "x"), old, old);
    utimesSync(put(folder, "fresh", "x"), context.now, context.now);
    expect(sweepFiles(context)).toBe(2);
    expect(readdirSync(folder)).toEqual(["fresh"]);
    expect(existsSync(folder)).toBe(true);
  });
});
