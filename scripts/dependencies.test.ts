import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { delimiter, join } from "node:path";
import { expect, it } from "vitest";
import { inRepository } from "../tests/support/root";
import { put, temporaryFolder } from "../tests/support/temporary-folder";

/** A folder with a lock file, where npm is a program that only says that it was called. */
function aClone() {
  const folder = temporaryFolder();
  put(folder, "package-lock.json", "{}");
  chmodSync(put(folder, "bin/npm", "#!/bin/sh\necho called > npm-was-called\n"), 0o755);
  const ensure = () => {
    const code = `import { ensureDependencies } from ${JSON.stringify(inRepository("scripts/dependencies.mjs"))}; ensureDependencies();`;
    const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", code], {
      ...{ cwd: folder, encoding: "utf8", timeout: 20_000 },
      env: { ...process.env, PATH: [join(folder, "bin"), process.env.PATH].join(delimiter) },
    });
    return { status, stderr, called: existsSync(join(folder, "npm-was-called")) };
  };
  return { folder, ensure };
}

it("installs where nothing is installed", () => {
  const { ensure } = aClone();
  expect(ensure()).toMatchObject({ status: 0, called: true });
});

it("installs into no folder that another checkout may use", () => {
  const { folder, ensure } = aClone();
  const shared = temporaryFolder();
  put(shared, "some-package/package.json", "{}");
  symlinkSync(shared, join(folder, "node_modules"));
  const { status, stderr, called } = ensure();
  expect({ status, called }).toEqual({ status: 1, called: false });
  expect(stderr).toContain(`node_modules is a symbolic link to ${shared}`);
  expect(readdirSync(shared)).toEqual(["some-package"]);
});

it("uses such a folder where it holds what the lock file names", () => {
  const { folder, ensure } = aClone();
  const shared = temporaryFolder();
  put(shared, ".package-lock.json", "{}");
  symlinkSync(shared, join(folder, "node_modules"));
  expect(ensure()).toMatchObject({ status: 0, called: false });
});

it("installs nothing where the newest is there", () => {
  const { folder, ensure } = aClone();
  mkdirSync(join(folder, "node_modules"));
  put(folder, "node_modules/.package-lock.json", "{}");
  expect(ensure()).toMatchObject({ status: 0, called: false });
});
