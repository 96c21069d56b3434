import { execFile } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../tests/support/temporary-folder";
import { publicKeyOf } from "./bundle/sign";
import { SIGNING_KEY_FILE, signingKey } from "./signing-key.server";

const run = promisify(execFile);

describe("the key that bundles are signed with", () => {
  it("is made at first use, for its owner's eyes only, and stays", () => {
    const folder = join(temporaryFolder(), "data");
    const made = publicKeyOf(signingKey(folder)).keyId;
    expect(publicKeyOf(signingKey(folder)).keyId).toBe(made);
    expect(statSync(join(folder, SIGNING_KEY_FILE)).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual([SIGNING_KEY_FILE]);
    expect(publicKeyOf(signingKey(temporaryFolder())).keyId).not.toBe(made);
  });

  it("is the same for processes that need it at once", async () => {
    const folder = join(temporaryFolder(), "data");
    const module = new URL("./signing-key.server.ts", import.meta.url).href;
    const script = `import { createPublicKey } from "node:crypto";
      const { signingKey } = await import(${JSON.stringify(module)});
      console.log(createPublicKey(signingKey(${JSON.stringify(folder)})).export({ type: "spki", format: "pem" }));`;
    const argv = ["--import", "tsx", "--input-type=module", "--eval", script];
    const found = await Promise.all(
      Array.from({ length: 4 }, () => run(process.execPath, argv, { timeout: 25_000 })),
    );
    expect(new Set(found.map(({ stdout }) => stdout.trim())).size).toBe(1);
    expect(found[0]?.stdout).toContain("PUBLIC KEY");
    expect(readdirSync(folder)).toEqual([SIGNING_KEY_FILE]);
  });

  it("is never replaced where the file holds something else", () => {
    const folder = join(temporaryFolder(), "data");
    mkdirSync(folder);
    const file = join(folder, SIGNING_KEY_FILE);
    writeFileSync(file, "");
    expect(() => signingKey(folder)).toThrow();
    expect(readFileSync(file, "utf8")).toBe("");
  });
});
